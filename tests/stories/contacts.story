# Who can be reached is a fact of the deal that follows the contact; accounts and contacts that were
# deleted come back.

use office

as rob

POST /api/accounts
{"name": "Acme"}
-> 201
ETag: {{a1}}
{"id": "{{acme}}"}

POST /api/contacts
{"name": "Carl", "account_id": "{{acme}}", "phone": "+49 30 5550100"}
-> 201
ETag: {{c1}}
{"id": "{{carl}}"}

POST /api/contacts
{"name": "Dora", "email": "dora at example"}
-> 400
{"fields": [{"field": "email"}]}

POST /api/deals
{"name": "Pilot", "account_id": "{{acme}}"}
-> 201
ETag: {{d1}}
{"id": "{{deal}}", "gate_checks": ["...",
  {"met": false, "criterion": {"key": "contact_reachable"}}]}

PUT /api/deals/{{deal}}/committee/{{carl}}
If-Match: {{d1}}
{"role": "champion"}
-> 200
{"gate_checks": ["...", {"met": true, "criterion": {"key": "contact_reachable"}}]}

PATCH /api/contacts/{{carl}}
If-Match: {{c1}}
{"phone": ""}
-> 200
ETag: {{c2}}

GET /api/deals/{{deal}}
-> 200
{"committee": [{"contact_id": "{{carl}}", "reachable": false}],
 "gate_checks": ["...", {"met": false, "criterion": {"key": "contact_reachable"}}]}

PATCH /api/contacts/{{carl}}
If-Match: {{c2}}
{"email": "carl@acme.example"}
-> 200
ETag: {{c3}}

DELETE /api/contacts/{{carl}}
If-Match: {{c3}}
-> 204

GET /api/deals/{{deal}}
-> 200
{"committee": [], "gate_checks": ["...", {"met": false, "criterion": {"key": "contact_reachable"}}]}

POST /api/contacts/{{carl}}/restorations
If-Match: "4"
-> 200
{"name": "Carl"}

GET /api/deals/{{deal}}
-> 200
{"committee": [{"contact_id": "{{carl}}", "role": "champion"}],
 "gate_checks": ["...", {"met": true, "criterion": {"key": "contact_reachable"}}]}

DELETE /api/accounts/{{acme}}
If-Match: {{a1}}
-> 204

GET /api/accounts/{{acme}}
-> 404

POST /api/accounts/{{acme}}/restorations
If-Match: "2"
-> 200
{"id": "{{acme}}", "name": "Acme"}

POST /api/accounts/{{acme}}/restorations
If-Match: "3"
-> 409
