# A deal stays in its stage until the standard is met; what is missing is named, and may be filled
# on the way. An owner may pass it with a reason, which the journal keeps.

use office

as rob

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "stages": ["...",
  {"key": "prospecting", "id": "{{prospecting}}"},
  {"key": "first_contact", "id": "{{first_contact}}"},
  {"key": "qualification", "id": "{{qualification}}"}]}]}

POST /api/accounts
{"name": "Acme"}
-> 201
{"id": "{{acme}}"}

POST /api/contacts
{"name": "Carl Contact", "account_id": "{{acme}}", "email": "carl@acme.example"}
-> 201
{"id": "{{carl}}"}

POST /api/deals
{"name": "Acme pilot", "account_id": "{{acme}}", "amount": {"minor": 1250000, "currency": "EUR"}}
-> 201
ETag: {{v1}}
Location: {{/^\/api\/deals\/\d+$/}}
{"id": "{{deal}}", "stage_id": "{{prospecting}}", "gate_checks": ["...",
  {"met": false, "criterion": {"key": "source_known"}}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{first_contact}}"}
-> 422
{"unmet": ["...", {"key": "icp_fit"}, {"key": "source_known"}], "may_override": false}

GET /api/deals/{{deal}}
-> 200
ETag: {{v1}}
{"stage_id": "{{prospecting}}"}

# A rep cannot grant himself what only a manager may.

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{first_contact}}", "override_reason": "I know them"}
-> 403

PUT /api/deals/{{deal}}/committee/{{carl}}
If-Match: {{v1}}
{"role": "influencer"}
-> 200
ETag: {{v2}}

POST /api/deals/{{deal}}/moves
If-Match: {{v2}}
{"to_stage_id": "{{first_contact}}",
 "fills": {"fields": {"source": "Exhibition"}, "checklist": {"icp_fit": true}}}
-> 200
ETag: {{v3}}
{"stage_id": "{{first_contact}}", "source": "Exhibition"}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.moved", "actor": {"id": "{{rob}}"}}]}

# The owner passes the next gate for a reason.

as ann

POST /api/deals/{{deal}}/moves
If-Match: {{v3}}
{"to_stage_id": "{{qualification}}"}
-> 422
{"may_override": true}

POST /api/deals/{{deal}}/moves
If-Match: {{v3}}
{"to_stage_id": "{{qualification}}", "override_reason": "Met them at the fair"}
-> 200
{"stage_id": "{{qualification}}"}
