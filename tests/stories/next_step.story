# The open activity due first is the next step; doing it files what was done and plans what follows.

use office

as rob

POST /api/deals
{"name": "Acme"}
-> 201
{"id": "{{deal}}"}

GET /api/deals?concern=no_next_step
-> 200
{"items": [{"id": "{{deal}}"}]}

POST /api/activities
{"deal_id": "{{deal}}", "kind": "demo", "subject": "Show it", "due": "2031-05-02T08:00:00Z"}
-> 201
{"id": "{{demo}}"}

POST /api/activities
{"deal_id": "{{deal}}", "kind": "call", "subject": "Call first", "due": "2026-01-02T08:00:00Z"}
-> 201
ETag: {{v1}}
{"id": "{{call}}"}

GET /api/deals/{{deal}}
-> 200
{"next_step": {"activity_id": "{{call}}", "kind": "call", "overdue": true}}

GET /api/deals?concern=no_next_step
-> 200
{"items": []}

POST /api/activities/{{call}}/completions
If-Match: {{v1}}
{"direction": "two_way", "outcome": "They want to see it", "next_step":
  {"kind": "email", "subject": "Send the dates", "due": "2030-01-02T08:00:00Z"}}
-> 200
{"id": "{{call}}", "done_at": "{{time}}", "body": "They want to see it"}

GET /api/deals/{{deal}}
-> 200
{"next_step": {"kind": "email", "subject": "Send the dates", "overdue": false}}

POST /api/activities/{{call}}/completions
If-Match: {{v1}}
{}
-> 412

POST /api/activities
{"deal_id": "{{deal}}", "kind": "call", "subject": "Prophecy", "done_at": "2099-01-01T00:00:00Z"}
-> 422

POST /api/activities
{"kind": "call", "subject": "Of nobody"}
-> 400
{"fields": [{"field": "deal_id"}]}

as vera

POST /api/activities
{"deal_id": "{{deal}}", "kind": "note", "subject": "Looking only"}
-> 403
