# What was done is taken back by a compensating event, once, and only while nothing else followed.

use office

as rob

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "stages": ["...",
  {"key": "prospecting", "id": "{{prospecting}}"}, {"key": "lost", "id": "{{lost}}"}]}]}

POST /api/deals
{"name": "Acme"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{lost}}", "reason": "A slip of the hand"}
-> 200
{"status": "lost", "closed_at": "{{time}}"}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.moved", "seq": "{{losing}}", "undoable": true}]}

POST /api/events/{{losing}}/undo
-> 200
{"undone_seq": "{{losing}}"}

GET /api/deals/{{deal}}
-> 200
ETag: {{v3}}
{"status": "open", "stage_id": "{{prospecting}}", "outcome_reason": "", "episode": 1}

POST /api/events/{{losing}}/undo
-> 409
{"code": "undo.moved_on"}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.move_undone", "undoable": false}]}

# A change that was changed since stays.

PATCH /api/deals/{{deal}}
If-Match: {{v3}}
{"pains": "Slow roads"}
-> 200
ETag: {{v4}}

GET /api/deals/{{deal}}/timeline?limit=1
-> 200
{"items": [{"kind": "deal.changed", "seq": "{{change}}"}]}

PATCH /api/deals/{{deal}}
If-Match: {{v4}}
{"pains": "Slow trains"}
-> 200
ETag: {{v5}}

POST /api/events/{{change}}/undo
-> 409
{"code": "undo.changed_since"}

# Somebody else's history is nobody's business.

DELETE /api/deals/{{deal}}
If-Match: {{v5}}
-> 200

GET /api/deals/{{deal}}
-> 404

as vera

POST /api/events/{{change}}/undo
-> 403

as rob

POST /api/events/999999/undo
-> 404

# Not even that an event is about a deal one may not see.

as ann

POST /api/deals
{"name": "Ann's own"}
-> 201
{"id": "{{anns}}"}

GET /api/deals/{{anns}}/timeline
-> 200
{"items": [{"kind": "deal.created", "seq": "{{made}}"}]}

POST /api/events/{{made}}/undo
-> 409

as rob

POST /api/events/{{made}}/undo
-> 404
