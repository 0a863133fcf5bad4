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

# A call that was made and what comes next are one write; a completion can be taken back with the
# step it set.

as rob

POST /api/activities
{"deal_id": "{{deal}}", "kind": "call", "subject": "Asked about money",
 "done_at": "2026-01-02T08:00:00Z",
 "next_step": {"kind": "task", "subject": "Write the offer", "due": "2026-01-01T08:00:00Z"}}
-> 201

GET /api/deals/{{deal}}
-> 200
{"next_step": {"activity_id": "{{offer}}", "subject": "Write the offer"}}

POST /api/activities/{{offer}}/completions
If-Match: "1"
{"outcome": "Sent", "next_step":
  {"kind": "call", "subject": "Ask about it", "due": "2026-01-01T09:00:00Z"}}
-> 200
ETag: {{done}}

POST /api/activities/{{offer}}/reopenings
If-Match: {{done}}
-> 200
{"id": "{{offer}}", "done_at": "{{null}}", "body": ""}

GET /api/deals/{{deal}}
-> 200
{"next_step": {"activity_id": "{{offer}}"}}
