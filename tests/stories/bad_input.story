# Whatever comes in wrong is named, field by field, and nothing is kept of it.

use office

as rob

POST /api/deals
{"name": 5, "amount": {"minor": -1, "currency": "EUR"}, "expected_close": "2026-02-30", "won": true}
-> 400
{"code": "json.fields_wrong", "fields": ["...",
  {"field": "name", "code": "field.expected_text"},
  {"field": "amount.minor", "code": "field.out_of_range"},
  {"field": "expected_close", "code": "field.expected_date"},
  {"field": "won", "code": "field.unknown"}]}

POST /api/deals
{"name": "Much", "amount": {"minor": 1e30, "currency": "EUR"}}
-> 400
{"fields": [{"field": "amount.minor", "code": "field.out_of_range"}]}

POST /api/deals
{"name": "Two\nlines"}
-> 400
{"fields": [{"field": "name", "code": "field.not_one_line"}]}

POST /api/deals
{"name": "Bell\u0007"}
-> 400
{"fields": [{"field": "name", "code": "field.not_one_line"}]}

POST /api/deals
{"name": "Far", "expected_close": "9999-12-31"}
-> 400
{"fields": [{"field": "expected_close", "code": "field.implausible_time"}]}

POST /api/deals
{"name": "Nobody's", "owner_id": 0}
-> 400
{"fields": [{"field": "owner_id", "code": "field.too_small"}]}

POST /api/deals
{"name": "Nobody's", "owner_id": 99999}
-> 400
{"fields": [{"field": "owner_id", "code": "deal.no_owner"}]}

GET /api/deals?sort=owner&limit=1000
-> 400
{"fields": [{"field": "limit"}]}

GET /api/deals?sort=owner
-> 400
{"fields": [{"field": "sort", "code": "deal.no_such_sort"}]}

GET /api/deals?owner_id=1%20OR%201
-> 400
{"fields": [{"field": "owner_id"}]}

GET /api/deals
-> 200
{"items": []}

# What people write in any script is kept as it is.

POST /api/deals
{"name": "🚀 驿程 Émile"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}", "name": "🚀 驿程 Émile"}

POST /api/activities
{"deal_id": "{{deal}}", "kind": "call", "subject": "Long ago", "done_at": "0001-01-01T00:00:00Z"}
-> 400
{"fields": [{"field": "done_at", "code": "field.implausible_time"}]}

POST /api/activities
{"deal_id": "{{deal}}", "kind": "call", "subject": "Never", "due": "9999-12-31T00:00:00Z"}
-> 400
{"fields": [{"field": "due", "code": "field.implausible_time"}]}

PUT /api/deals/{{deal}}/checklist/no_such_item
If-Match: {{v1}}
{"done": true}
-> 400
{"fields": [{"field": "checklist.no_such_item"}]}

# In the language of the person.

PATCH /api/me
{"lang": "zh"}
-> 200

POST /api/deals
{"name": " "}
-> 400
{"detail": "部分字段需要修改。", "fields": [{"field": "name", "message": "此字段不能为空。"}]}
