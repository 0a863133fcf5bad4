# A list is kept as a view: its filter, its order, its columns. Who leads shares it.

use office

as rob

POST /api/views
{"list": "deals", "name": "Large ones", "columns": ["name", "amount", "owner"],
 "parameters": {"sort": "-amount", "status": "open",
   "where": "{\"field\":\"amount\",\"is\":\"at_least\",\"values\":[500000]}"}}
-> 201
ETag: {{v1}}
{"id": "{{view}}", "version": 1, "sharing": "private", "may_change": true}

GET /api/views?list=deals
-> 200
{"items": [{"id": "{{view}}", "name": "Large ones", "columns": ["name", "amount", "owner"],
  "parameters": {"sort": "-amount"}}]}

GET /api/views?list=accounts
-> 200
{"items": []}

PATCH /api/views/{{view}}
If-Match: {{v1}}
{"sharing": "everyone"}
-> 403
{"code": "view.may_not_share"}

PATCH /api/views/{{view}}
If-Match: {{v1}}
{"name": "Largest", "columns": ["name", "colour"]}
-> 400
{"fields": [{"field": "columns[1]", "code": "view.no_column"}]}

PATCH /api/views/{{view}}
If-Match: {{v1}}
{"name": "Largest"}
-> 200
{"version": 2, "name": "Largest"}

PATCH /api/views/{{view}}
If-Match: {{v1}}
{"name": "Largest of all"}
-> 412

as ann

GET /api/views?list=deals
-> 200
{"items": []}

DELETE /api/views/{{view}}
If-Match: "2"
-> 404

POST /api/views
Idempotency-Key: everyone-1
{"list": "deals", "name": "No next step", "sharing": "everyone",
 "parameters": {"concern": "no_next_step"}}
-> 201
{"id": "{{shared}}"}

POST /api/views
Idempotency-Key: everyone-1
{"list": "deals", "name": "No next step", "sharing": "everyone",
 "parameters": {"concern": "no_next_step"}}
-> 201
{"id": "{{shared}}"}

as vera

GET /api/views?list=deals
-> 200
{"items": [{"id": "{{shared}}", "may_change": false}]}

DELETE /api/views/{{shared}}
If-Match: "1"
-> 403

as rob

DELETE /api/views/{{view}}
If-Match: "2"
-> 204

GET /api/views?list=deals
-> 200
{"items": [{"id": "{{shared}}"}]}
