# A consumer deal goes its whole way: each gate says what it lacks, the call is logged, the order is
# paid, and the list, the board and the timeline agree that it is won.

use office

as ann

POST /api/products
{"name": "Wheel", "price": {"minor": 5000, "currency": "EUR"}}
-> 201
{"id": "{{wheel}}"}

as rob

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2c", "id": "{{b2c}}", "stages": ["...",
  {"key": "reach", "id": "{{reach}}"}, {"key": "interest", "id": "{{interest}}"},
  {"key": "order", "id": "{{order}}"}, {"key": "payment", "id": "{{payment}}"},
  {"key": "repeat", "id": "{{won}}"}, {"key": "lost", "id": "{{lost}}"},
  {"key": "on_hold", "id": "{{hold}}"}]}]}

POST /api/deals
{"name": "Bicycle for Ida", "pipeline_id": "{{b2c}}", "source": "Shop"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}", "stage_id": "{{reach}}", "gate": {"met": 1, "total": 2}}

POST /api/activities
{"deal_id": "{{deal}}", "kind": "call", "direction": "two_way", "subject": "Which wheel?",
 "done_at": "2026-01-05T10:00:00Z"}
-> 201

GET /api/deals/{{deal}}
-> 200
ETag: {{v2}}
{"gate": {"met": 2, "total": 2}}

# Jumping is allowed here, but no gate is spared on the way.

POST /api/deals/{{deal}}/moves
If-Match: {{v2}}
{"to_stage_id": "{{order}}"}
-> 422
{"unmet": [{"key": "products_known"}, {"key": "need_weak"}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v2}}
{"to_stage_id": "{{order}}", "fills": {
  "fields": {"product_lines": [{"product_id": "{{wheel}}", "quantity": 2}]},
  "bant": {"need": {"level": "weak", "evidence": "Her old one is broken"}}}}
-> 200
ETag: {{v3}}
{"stage_id": "{{order}}", "products": [{"product_id": "{{wheel}}", "quantity": 2}]}

# Putting it on hold is no way around the next gates.

POST /api/deals/{{deal}}/moves
If-Match: {{v3}}
{"to_stage_id": "{{hold}}"}
-> 422
{"fields": [{"field": "reason"}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v3}}
{"to_stage_id": "{{hold}}", "reason": "On holiday"}
-> 200
ETag: {{v4}}
{"status": "on_hold", "outcome_reason": "On holiday"}

POST /api/deals/{{deal}}/moves
If-Match: {{v4}}
{"to_stage_id": "{{won}}"}
-> 422
{"unmet": ["...", {"key": "order_confirmed"}, {"key": "payment_received"}]}

POST /api/deals/{{deal}}/moves
If-Match: {{v4}}
{"to_stage_id": "{{won}}", "fills": {
  "fields": {"amount": {"minor": 10000, "currency": "EUR"}},
  "checklist": {"order_confirmed": true, "payment_received": true}}}
-> 200
{"status": "won", "closed_at": "{{time}}", "probability": 100}

GET /api/deals?status=won
-> 200
{"items": [{"id": "{{deal}}", "amount": {"minor": 10000, "currency": "EUR"}}]}

GET /api/board?pipeline_id={{b2c}}
-> 200
{"columns": ["...", {"stage_id": "{{won}}", "count": 1,
  "amounts": [{"minor": 10000, "currency": "EUR"}], "cards": [{"id": "{{deal}}"}]}]}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.moved"}, {"kind": "activity.done"}, {"kind": "deal.created"}]}
