# The board's totals, the list and the filters tell the same, to each person what he may see.

use office

as rob

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "id": "{{b2b}}", "stages": ["...",
  {"key": "prospecting", "id": "{{prospecting}}"}, {"key": "lost", "id": "{{lost}}"}]}], "in_use": []}

POST /api/deals
{"name": "Small", "amount": {"minor": 100000, "currency": "EUR"}, "source": "fair"}
-> 201
ETag: {{v1}}
{"id": "{{small}}"}

POST /api/deals
{"name": "Large", "amount": {"minor": 900000, "currency": "EUR"}}
-> 201
{"id": "{{large}}"}

POST /api/deals
{"name": "Unknown"}
-> 201
{"id": "{{unknown}}"}

# A page that is asked for no pipeline shows the first one that holds deals.

GET /api/pipelines
-> 200
{"in_use": ["{{b2b}}"]}

as ann

POST /api/deals
{"name": "Abroad", "amount": {"minor": 500, "currency": "USD"}}
-> 201
{"id": "{{abroad}}"}

GET /api/board?pipeline_id={{b2b}}
-> 200
{"columns": ["...", {"stage_id": "{{prospecting}}", "count": 4, "without_next_step": 4,
  "amounts": [{"minor": 1000000, "currency": "EUR"}, {"minor": 500, "currency": "USD"}],
  "weighted": [{"minor": 50000, "currency": "EUR"}, {"minor": 25, "currency": "USD"}],
  "cards": [{"id": "{{large}}"}, {"id": "{{small}}"}, {"id": "{{abroad}}"}, {"id": "{{unknown}}"}]}]}

as rob

GET /api/board?pipeline_id={{b2b}}
-> 200
{"columns": ["...", {"stage_id": "{{prospecting}}", "count": 3,
  "amounts": [{"minor": 1000000, "currency": "EUR"}],
  "cards": [{"id": "{{large}}"}, {"id": "{{small}}"}, {"id": "{{unknown}}"}]}]}

GET /api/board?pipeline_id={{b2b}}&source=fair
-> 200
{"columns": ["...", {"stage_id": "{{prospecting}}", "count": 1, "cards": [{"id": "{{small}}"}]}]}

# The list in pages of two: the unknown amount is the smallest.

GET /api/deals?sort=-amount&limit=2
-> 200
{"items": [{"id": "{{large}}"}, {"id": "{{small}}"}], "next_cursor": "{{next}}"}

GET /api/deals?sort=-amount&limit=2&cursor={{next}}
-> 200
{"items": [{"id": "{{unknown}}"}], "next_cursor": null}

GET /api/deals?sort=amount&limit=2&cursor={{next}}
-> 400

GET /api/deals?sort=colour
-> 400
{"fields": [{"field": "sort"}]}

GET /api/deals?amount_min=200000
-> 200
{"items": [{"id": "{{large}}"}]}

# What is lost leaves its column and enters the other.

POST /api/deals/{{small}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{lost}}", "reason": "Price", "competitor": "Red Hill"}
-> 200
{"status": "lost", "outcome_reason": "Price", "competitor": "Red Hill"}

GET /api/board?pipeline_id={{b2b}}
-> 200
{"columns": ["...",
  {"stage_id": "{{prospecting}}", "count": 2, "amounts": [{"minor": 900000, "currency": "EUR"}]},
  {"stage_id": "{{lost}}", "count": 1, "amounts": [{"minor": 100000, "currency": "EUR"}]}]}
