# Fields of the organisation's own: defined, filled under their rules, and hidden where they are.

use office

as ann

POST /api/custom-fields
{"kind": "text", "label": {"en": "Region", "zh": "区域"}}
-> 201
ETag: {{region_v1}}
{"id": "{{region}}", "key": "region", "version": 1, "position": 1, "archived": false}

POST /api/custom-fields
{"kind": "text", "label": {"en": "Region"}}
-> 201
{"id": "{{region2}}", "key": "region_2"}

POST /api/custom-fields
{"key": "region", "kind": "text", "label": {"en": "Again"}}
-> 409
{"fields": [{"field": "key"}]}

POST /api/custom-fields
{"key": "amount", "kind": "text", "label": {"en": "Amount"}}
-> 400
{"fields": [{"field": "key"}]}

POST /api/custom-fields
{"key": "seats", "kind": "number", "label": {"en": "Seats"}}
-> 201
{"id": "{{seats}}"}

POST /api/custom-fields
{"key": "go_live", "kind": "date", "label": {"en": "Go-live"}}
-> 201
{"id": "{{go_live}}"}

POST /api/custom-fields
{"key": "plan", "kind": "choice", "label": {"en": "Plan"}}
-> 400
{"fields": [{"field": "choices"}]}

POST /api/custom-fields
{"key": "plan", "kind": "choice", "label": {"en": "<b>Plan</b>"},
 "choices": [{"key": "basic", "label": {"en": "Basic"}}, {"key": "pro", "label": {"en": "Pro"}}]}
-> 201
ETag: {{plan_v1}}
{"id": "{{plan}}", "label": {"en": "<b>Plan</b>"}}

POST /api/custom-fields
{"key": "needs", "kind": "choices", "label": {"en": "Needs"},
 "choices": [{"key": "sso", "label": {"en": "SSO"}}, {"key": "api", "label": {"en": "API"}}]}
-> 201
{"id": "{{needs}}"}

POST /api/custom-fields
{"key": "budget", "kind": "money", "label": {"en": "Budget"}}
-> 201
{"id": "{{budget}}"}

POST /api/custom-fields
{"key": "page", "kind": "link", "label": {"en": "Page"}}
-> 201
{"id": "{{page}}"}

POST /api/custom-fields
{"key": "helper", "kind": "user", "label": {"en": "Helper"}}
-> 201
{"id": "{{helper}}"}

POST /api/custom-fields
{"key": "renews", "kind": "yes_no", "label": {"en": "Renews"}}
-> 201
{"id": "{{renews}}"}

POST /api/custom-fields
{"key": "per_seat", "kind": "formula", "label": {"en": "Per seat"}, "formula": "budget / seat"}
-> 400
{"fields": [{"field": "formula", "message": "At character 10: there is no field or function “seat”."}]}

POST /api/custom-fields
{"key": "per_seat", "kind": "formula", "label": {"en": "Per seat"}, "formula": "budget / seats"}
-> 201
{"id": "{{per_seat}}"}

as rob

POST /api/custom-fields
{"kind": "text", "label": {"en": "Mine"}}
-> 403

POST /api/deals
{"name": "Acme", "fields": {"region": " North ", "seats": 12.5, "plan": "pro", "needs": ["api", "sso"],
 "go_live": "2026-09-01", "budget": {"minor": 100000, "currency": "EUR"},
 "page": "https://acme.example/plan", "helper": "{{rob}}", "renews": true}}
-> 201
ETag: {{v1}}
{"id": "{{deal}}", "fields": {"region": "North", "seats": 12.5, "plan": "pro",
 "needs": ["sso", "api"], "go_live": "2026-09-01", "budget": {"minor": 100000, "currency": "EUR"},
 "page": "https://acme.example/plan", "helper": "{{rob}}", "renews": true,
 "per_seat": {"minor": 8000, "currency": "EUR"}}}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"fields": {"colour": "red"}}
-> 400
{"fields": [{"field": "fields.colour", "message": "There is no field “colour” on deals."}]}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"fields": {"seats": "many"}}
-> 400
{"fields": [{"field": "fields.seats"}]}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"fields": {"plan": "gold"}}
-> 400
{"fields": [{"field": "fields.plan", "message": "One of these is expected: basic, pro."}]}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"fields": {"page": "javascript:alert(1)"}}
-> 400
{"fields": [{"field": "fields.page"}]}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"fields": {"per_seat": 1}}
-> 400
{"fields": [{"field": "fields.per_seat", "message": "“Per seat” is worked out by its formula."}]}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"fields": {"seats": null, "region": "South"}}
-> 200
ETag: {{v2}}
{"fields": {"region": "South", "seats": "{{absent}}", "per_seat": "{{absent}}"}}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"fields": {"region": "East"}}
-> 412

GET /api/deals/{{deal}}/timeline?kinds=changes
-> 200
{"items": [{"seq": "{{change}}", "summary": "Changed: Region, Seats", "undoable": true,
  "data": {"changes": [{"field": "fields.region", "before": "North", "after": "South"},
    {"field": "fields.seats", "before": 12.5, "after": null}]}}]}

POST /api/events/{{change}}/undo
-> 200

GET /api/deals/{{deal}}
-> 200
ETag: {{v3}}
{"fields": {"region": "North", "seats": 12.5}}

# Asked for in lists: by value, by range, by there being none.
GET /api/deals?where=%7B%22field%22%3A%22fields.needs%22%2C%22is%22%3A%22any_of%22%2C%22values%22%3A%5B%22api%22%5D%7D
-> 200
{"items": [{"id": "{{deal}}", "fields": {"plan": "pro"}}]}

GET /api/deals?where=%7B%22field%22%3A%22fields.seats%22%2C%22is%22%3A%22at_least%22%2C%22values%22%3A%5B12%5D%7D
-> 200
{"items": [{"id": "{{deal}}"}]}

GET /api/deals?where=%7B%22field%22%3A%22fields.seats%22%2C%22is%22%3A%22at_least%22%2C%22values%22%3A%5B13%5D%7D
-> 200
{"items": []}

GET /api/deals?where=%7B%22field%22%3A%22fields.go_live%22%2C%22is%22%3A%22at_most%22%2C%22values%22%3A%5B%222026-09-01%22%5D%7D
-> 200
{"items": [{"id": "{{deal}}"}]}

GET /api/deals?where=%7B%22field%22%3A%22fields.renews%22%2C%22is%22%3A%22none_of%22%2C%22values%22%3A%5B%22true%22%5D%7D
-> 200
{"items": []}

GET /api/deals?where=%7B%22field%22%3A%22fields.helper%22%2C%22is%22%3A%22any_of%22%2C%22values%22%3A%5B%22me%22%5D%7D
-> 200
{"items": [{"id": "{{deal}}"}]}

GET /api/deals?where=%7B%22field%22%3A%22fields.region_2%22%2C%22is%22%3A%22empty%22%7D
-> 200
{"items": [{"id": "{{deal}}"}]}

# A column of a list, kept in a view.
POST /api/views
{"name": "Regions", "list": "deals", "columns": ["name", "fields.region", "fields.per_seat"]}
-> 201
{"columns": ["name", "fields.region", "fields.per_seat"]}

POST /api/views
{"name": "Colours", "list": "deals", "columns": ["name", "fields.colour"]}
-> 400
{"fields": [{"field": "columns[1]"}]}

# Nobody loses what is chosen: a choice is renamed or archived, a field archived.
as ann

PATCH /api/custom-fields/{{plan}}
If-Match: {{plan_v1}}
{"choices": [{"key": "pro", "label": {"en": "Professional"}}]}
-> 400
{"fields": [{"field": "choices"}]}

PATCH /api/custom-fields/{{plan}}
If-Match: {{plan_v1}}
{"choices": [{"key": "pro", "label": {"en": "Professional"}},
 {"key": "basic", "label": {"en": "Basic"}, "archived": true}]}
-> 200
{"version": 2}

PATCH /api/custom-fields/{{plan}}
If-Match: {{plan_v1}}
{"label": {"en": "Too late"}}
-> 412

# Hidden from reps: it is as if it were not there, in what is read, written, told and undone.
PATCH /api/custom-fields/{{region}}
If-Match: {{region_v1}}
{"rules": [{"role": "rep", "access": "hidden"}]}
-> 200
ETag: {{region_v2}}

as rob

GET /api/deals/{{deal}}
-> 200
{"fields": {"region": "{{absent}}", "seats": 12.5, "plan": "pro"}}

PATCH /api/deals/{{deal}}
If-Match: {{v3}}
{"fields": {"region": "East"}}
-> 400
{"fields": [{"field": "fields.region", "message": "There is no field “region” on deals."}]}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": [{"summary": "Change undone: Seats", "data": {"changes": [{"field": "fields.seats"}]}},
  {"summary": "Changed: Seats", "data": {"changes": [{"field": "fields.seats"}]}},
  {"kind": "deal.created", "data": {"facts": {"fields": {"region": "{{absent}}", "plan": "pro"}}}}]}

POST /api/events/{{change}}/undo
-> 403

GET /api/deals?where=%7B%22field%22%3A%22fields.region%22%2C%22is%22%3A%22any_of%22%2C%22values%22%3A%5B%22North%22%5D%7D
-> 400

GET /api/deals
-> 200
{"items": [{"id": "{{deal}}", "fields": {"region": "{{absent}}", "plan": "pro"}}]}

POST /api/views
{"name": "Hidden", "list": "deals", "columns": ["name", "fields.region"]}
-> 400
{"fields": [{"field": "columns[1]"}]}

GET /api/custom-fields
-> 200
{"items": [{"key": "region_2"}, {"key": "seats", "rules": []}, {"key": "go_live"}, {"key": "plan"},
  {"key": "needs"}, {"key": "budget"}, {"key": "page"}, {"key": "helper"}, {"key": "renews"},
  {"key": "per_seat"}]}

# Required of whoever creates, and never to be emptied; read-only for some.
as ann

PATCH /api/custom-fields/{{region}}
If-Match: {{region_v2}}
{"rules": [{"access": "required"}]}
-> 200
ETag: {{region_v3}}

as rob

POST /api/deals
{"name": "Beta"}
-> 400
{"fields": [{"field": "fields.region", "message": "“Region” has to be given."}]}

POST /api/deals
{"name": "Beta", "fields": {"region": "West"}}
-> 201
ETag: {{beta_v1}}
{"id": "{{beta}}"}

PATCH /api/deals/{{beta}}
If-Match: {{beta_v1}}
{"fields": {"region": null}}
-> 400
{"fields": [{"field": "fields.region"}]}

as ann

PATCH /api/custom-fields/{{region}}
If-Match: {{region_v3}}
{"rules": [{"role": "rep", "access": "readonly"}]}
-> 200
ETag: {{region_v4}}

as rob

PATCH /api/deals/{{beta}}
If-Match: {{beta_v1}}
{"fields": {"region": "North"}}
-> 403

GET /api/deals/{{beta}}
-> 200
{"fields": {"region": "West"}}

# An archived field keeps what it holds and takes no more.
as ann

PATCH /api/custom-fields/{{region}}
If-Match: {{region_v4}}
{"archived": true}
-> 200
{"archived": true}

PATCH /api/deals/{{beta}}
If-Match: {{beta_v1}}
{"fields": {"region": "North"}}
-> 400
{"fields": [{"field": "fields.region"}]}

GET /api/deals/{{beta}}
-> 200
{"fields": {"region": "West"}}

PUT /api/custom-field-order
{"order": ["{{seats}}", "{{region}}"]}
-> 400

PUT /api/custom-field-order
{"order": ["{{seats}}", "{{region}}", "{{region2}}", "{{go_live}}", "{{plan}}", "{{needs}}",
 "{{budget}}", "{{page}}", "{{helper}}", "{{renews}}", "{{per_seat}}"]}
-> 204

GET /api/custom-fields
-> 200
{"items": ["...", {"key": "seats", "position": 1}, {"key": "region", "position": 2},
  {"key": "needs", "position": 6}]}
