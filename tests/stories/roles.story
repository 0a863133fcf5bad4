# A role of one's own: a copy of another with other permissions, in force at once.

use office

as ann

GET /api/roles
-> 200
{"items": [{"key": "owner", "name": ""}, {"key": "manager"}, {"key": "rep"}, {"key": "viewer"}]}

POST /api/roles
{"name": "Inside sales", "copy_of": "rep", "permissions": ["deals.write", "activities.write"]}
-> 201
ETag: {{v1}}
{"id": "{{role}}", "key": "{{key}}", "kind": "rep", "changes": "own"}

POST /api/roles
{"name": "inside SALES", "copy_of": "rep"}
-> 409
{"code": "role.name_taken"}

GET /api/users/{{rob}}
-> 200
ETag: {{r1}}
{"role_key": "rep"}

PATCH /api/users/{{rob}}
If-Match: {{r1}}
{"role_key": "{{key}}"}
-> 200
ETag: {{r2}}
{"role": "rep", "role_key": "{{key}}"}

as rob

GET /api/me
-> 200
{"permissions": ["deals.write", "activities.write"]}

POST /api/accounts
{"name": "Acme"}
-> 403

POST /api/deals
{"name": "Acme's first", "amount": {"minor": 100000, "currency": "EUR"}}
-> 201
ETag: {{d1}}
{"id": "{{deal}}"}

PATCH /api/deals/{{deal}}
If-Match: {{d1}}
{"amount": {"minor": 200000, "currency": "EUR"}}
-> 403
{"code": "deal.field_fixed", "fields": [{"field": "amount"}]}

PATCH /api/deals/{{deal}}
If-Match: {{d1}}
{"name": "Acme's second"}
-> 200
ETag: {{d2}}

DELETE /api/deals/{{deal}}
If-Match: {{d2}}
-> 403

PATCH /api/roles/{{role}}
If-Match: {{v1}}
{"permissions": ["organization.edit"]}
-> 403

as ann

PATCH /api/roles/{{role}}
If-Match: {{v1}}
{"permissions": ["deals.write", "deals.amount", "accounts.write"]}
-> 200
ETag: {{v2}}

DELETE /api/roles/{{role}}
If-Match: {{v2}}
-> 409
{"code": "role.in_use"}

as rob

POST /api/accounts
{"name": "Acme"}
-> 201

PATCH /api/deals/{{deal}}
If-Match: {{d2}}
{"amount": {"minor": 200000, "currency": "EUR"}}
-> 200

as ann

PATCH /api/users/{{rob}}
If-Match: {{r2}}
{"role": "rep"}
-> 200
{"role_key": "rep"}

DELETE /api/roles/{{role}}
If-Match: {{v2}}
-> 204

GET /api/audit?subject_kind=role
-> 200
{"items": [{"kind": "role.deleted"}, {"kind": "role.changed"}, {"kind": "role.created"}]}
