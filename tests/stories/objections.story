# What the customer holds against buying: blocking until it is settled, and gone only for a while.

use office

as rob

POST /api/deals
{"name": "Acme"}
-> 201
{"id": "{{deal}}"}

POST /api/deals/{{deal}}/objections
{"kind": "price", "worry": "<img src=x onerror=alert(1)> too dear", "blocking": true}
-> 201
ETag: {{v1}}
{"id": "{{price}}", "worry": "<img src=x onerror=alert(1)> too dear", "result": "open",
 "raised_on": "{{string}}", "answered_on": "{{null}}"}

POST /api/deals/{{deal}}/objections
{"kind": "weather", "worry": "Rain"}
-> 400

GET /api/deals/{{deal}}/objections
-> 200
{"items": [{"id": "{{price}}", "blocking": true}]}

PATCH /api/objections/{{price}}
If-Match: {{v1}}
{"answer": "It pays for itself", "result": "accepted"}
-> 200
ETag: {{v2}}
{"result": "accepted", "answered_on": "{{string}}"}

PATCH /api/objections/{{price}}
If-Match: {{v1}}
{"blocking": false}
-> 412

GET /api/deals/{{deal}}/timeline?kinds=objections
-> 200
{"items": [{"kind": "objection.changed", "summary": "Objection (price): accepted"},
  {"kind": "objection.raised"}]}

DELETE /api/objections/{{price}}
If-Match: {{v2}}
-> 204

GET /api/deals/{{deal}}/objections
-> 200
{"items": []}

as vera

POST /api/objections/{{price}}/restorations
If-Match: "3"
-> 403

as rob

POST /api/objections/{{price}}/restorations
If-Match: "3"
-> 200
ETag: {{v4}}
{"id": "{{price}}"}
