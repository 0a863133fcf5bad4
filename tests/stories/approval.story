# A stage may want an approval: the rep asks, somebody else answers, and the wait is told apart.

use office

as ann

POST /api/users
{"name": "Max Manager", "email": "max@example.com", "role": "manager", "visibility": "all",
 "password": "four winds over sea"}
-> 201
{"id": "{{max}}"}

POST /api/pipelines
{"name": {"en": "Discounts"}, "template_key": "b2c"}
-> 201
ETag: {{d1}}
{"pipeline_id": "{{pipeline}}"}

PUT /api/pipelines/{{pipeline}}/draft
If-Match: {{d1}}
{"key": "discounts", "name": {"en": "Discounts"}, "stages": [
  {"key": "offer", "kind": "open", "name": {"en": "Offer"}, "probability": 20, "exit_criteria": [
    {"key": "discount", "kind": "approval", "label": {"en": "Discount approved"},
     "approval": {"approver": "person", "person_id": "{{max}}",
                  "deadline": {"amount": 8, "unit": "business_hours"}}}]},
  {"key": "sign", "kind": "open", "name": {"en": "Sign"}, "probability": 80},
  {"key": "won", "kind": "won", "name": {"en": "Won"}, "probability": 100},
  {"key": "lost", "kind": "lost", "name": {"en": "Lost"}, "probability": 0}]}
-> 200
ETag: {{d2}}
{"faults": []}

POST /api/pipelines/{{pipeline}}/publications
If-Match: {{d2}}
{}
-> 200
{"stages": ["...", {"key": "sign", "id": "{{sign}}"}]}

as rob

POST /api/deals
{"name": "Acme", "pipeline_id": "{{pipeline}}"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

POST /api/deals/{{deal}}/approval-requests
{"note": "10 % off"}
-> 428

POST /api/deals/{{deal}}/approval-requests
If-Match: {{v1}}
{"note": "10 % off"}
-> 200
ETag: {{v2}}
{"waiting": {"on": "approval"},
 "approval_requests": [{"state": "waiting", "by": {"id": "{{rob}}"}, "note": "10 % off",
                        "due": "{{time}}", "may_answer": false}]}

POST /api/deals/{{deal}}/approval-requests
If-Match: {{v2}}
{}
-> 422
{"code": "approval.nothing_to_ask"}

POST /api/deals/{{deal}}/approvals
If-Match: {{v2}}
{"note": "I say so"}
-> 403

GET /api/today
-> 200
{"approvals": [{"deal": {"id": "{{deal}}"}, "request": {"overdue": false}}]}

as max

POST /api/session
{"email": "max@example.com", "password": "four winds over sea"}
-> 200

GET /api/today
-> 200
{"approvals": [{"deal": {"id": "{{deal}}"}, "request": {"may_answer": true}}]}

POST /api/deals/{{deal}}/approvals
If-Match: {{v2}}
{"approve": false}
-> 422
{"fields": [{"field": "note", "code": "approval.reason_required"}]}

POST /api/deals/{{deal}}/approvals
If-Match: {{v2}}
{"approve": false, "note": "Five at most"}
-> 200
ETag: {{v3}}
{"waiting": {"on": "us"}, "approval_requests": [
  {"state": "refused", "answered_by": {"id": "{{max}}"}, "reason": "Five at most"}]}

# Asked again, and granted.

as rob

POST /api/deals/{{deal}}/approval-requests
If-Match: {{v3}}
{"note": "Five, then"}
-> 200
ETag: {{v4}}

as max

POST /api/deals/{{deal}}/approvals
If-Match: {{v2}}
{"note": "Late"}
-> 412

POST /api/deals/{{deal}}/approvals
If-Match: {{v4}}
{"note": "Fine"}
-> 200
ETag: {{v5}}
{"gate_checks": [{"met": true}]}

as rob

POST /api/deals/{{deal}}/moves
If-Match: {{v5}}
{"to_stage_id": "{{sign}}"}
-> 200

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.approval_answered", "actor": {"id": "{{max}}"}},
           {"kind": "deal.approval_requested"}]}
