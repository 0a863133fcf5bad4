# On hold, lost and opened again: each is kept with when it happened, and a reopening begins a new
# episode.

use office

as rob

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "stages": ["...",
  {"key": "prospecting", "id": "{{prospecting}}"},
  {"key": "on_hold", "id": "{{hold}}"}, {"key": "lost", "id": "{{lost}}"}]}]}

POST /api/deals
{"name": "Pilot"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}", "episode": 1}

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{hold}}"}
-> 422
{"fields": [{"field": "reason"}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{hold}}", "reason": "Budget freeze", "effective_at": "2020-01-01T00:00:00Z"}
-> 422
{"fields": [{"field": "effective_at", "code": "deal.move_too_early"}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{hold}}", "reason": "Budget freeze", "effective_at": "2099-01-01T00:00:00Z"}
-> 422
{"fields": [{"field": "effective_at", "code": "deal.move_in_future"}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{hold}}", "reason": "Budget freeze"}
-> 200
ETag: {{v2}}
{"status": "on_hold", "closed_at": null, "outcome_reason": "Budget freeze"}

POST /api/deals/{{deal}}/moves
If-Match: {{v2}}
{"to_stage_id": "{{prospecting}}"}
-> 200
ETag: {{v3}}
{"status": "open", "episode": 1}

POST /api/deals/{{deal}}/moves
If-Match: {{v3}}
{"to_stage_id": "{{lost}}", "reason": "price", "competitor": "Red Lake"}
-> 200
ETag: {{v4}}
{"status": "lost", "closed_at": "{{time}}", "outcome_reason": "price", "competitor": "Red Lake"}

POST /api/deals/{{deal}}/moves
If-Match: {{v4}}
{"to_stage_id": "{{prospecting}}"}
-> 422
{"fields": [{"field": "reason"}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v4}}
{"to_stage_id": "{{prospecting}}", "reason": "They called again"}
-> 200
{"status": "open", "episode": 2, "closed_at": null,
 "stage_path": ["...", {"stage_id": "{{prospecting}}", "visits": 3, "state": "current"},
                {"stage_id": "{{lost}}", "visits": 1}]}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.moved", "data": {"to_status": "lost", "competitor": "Red Lake"}}]}
