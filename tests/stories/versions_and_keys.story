# Writes say which version they saw and may be repeated with their key.

use office

as rob

POST /api/deals
Idempotency-Key: first
{"name": "Once"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

POST /api/deals
Idempotency-Key: first
{"name": "Once"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

POST /api/deals
Idempotency-Key: first
{"name": "Another"}
-> 422

GET /api/deals
-> 200
{"items": [{"id": "{{deal}}"}]}

PATCH /api/deals/{{deal}}
{"name": "Blind"}
-> 428

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"name": "Twice"}
-> 200
ETag: {{v2}}
{"name": "Twice"}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"name": "Too late"}
-> 412

PATCH /api/deals/{{deal}}
If-Match: {{v2}}
{"name": "", "colour": "red"}
-> 400
{"fields": ["...", {"field": "name"}, {"field": "colour"}]}

# Deleted and restored, and the rename taken back by a compensating event.

DELETE /api/deals/{{deal}}
If-Match: {{v2}}
-> 200
ETag: {{v3}}

GET /api/deals
-> 200
{"items": []}

POST /api/deals/{{deal}}/restorations
If-Match: {{v3}}
-> 200
{"id": "{{deal}}", "name": "Twice"}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.changed", "seq": "{{rename}}", "undoable": true}]}

POST /api/events/{{rename}}/undo
-> 200
{"undone_seq": "{{rename}}"}

GET /api/deals/{{deal}}
-> 200
{"name": "Once"}
