# A deal says on whom it waits, and since when; a list shows what waits on somebody else.

use office

as rob

POST /api/deals
{"name": "Acme"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}", "waiting": {"on": "us", "since": "{{began}}"}}

PUT /api/deals/{{deal}}/waiting
If-Match: {{v1}}
{"on": "customer"}
-> 200
ETag: {{v2}}
{"waiting": {"on": "customer", "since": "{{time}}"}}

GET /api/deals?waiting_on=customer
-> 200
{"items": [{"id": "{{deal}}", "waiting": {"on": "customer"}}]}

GET /api/deals?waiting_on=us
-> 200
{"items": []}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": [{"kind": "deal.waiting_on_changed", "seq": "{{seq}}", "undoable": true,
  "summary": "Waiting on the customer",
  "data": {"from": "us", "to": "customer"}}, {"kind": "deal.created"}]}

PUT /api/deals/{{deal}}/waiting
If-Match: {{v1}}
{"on": "legal"}
-> 412

PUT /api/deals/{{deal}}/waiting
If-Match: {{v2}}
{"on": "legal", "since": "2099-01-01T00:00:00Z"}
-> 422
{"fields": [{"field": "since"}]}

PUT /api/deals/{{deal}}/waiting
If-Match: {{v2}}
{"on": "weather"}
-> 400

POST /api/events/{{seq}}/undo
-> 200

GET /api/deals/{{deal}}
-> 200
{"waiting": {"on": "us", "since": "{{began}}"}}

as vera

PUT /api/deals/{{deal}}/waiting
If-Match: {{v2}}
{"on": "legal"}
-> 403
