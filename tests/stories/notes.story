# Notes are kept as they are typed; who is mentioned sees the deal.

use office

as rob

POST /api/deals
{"name": "Acme"}
-> 201
{"id": "{{deal}}"}

POST /api/deals/{{deal}}/notes
{"body": "**Ask** @[Ann Owner](user:{{ann}}) <script>alert(1)</script>"}
-> 201
ETag: {{v1}}
{"id": "{{note}}", "author_name": "Rob Rep", "mentions": ["{{ann}}"],
 "body": "{{/<script>alert.1.<.script>$/}}"}

POST /api/deals/{{deal}}/notes
{"body": "   "}
-> 400
{"fields": [{"field": "body"}]}

POST /api/deals/{{deal}}/notes
{"body": "Ask @[Nobody](user:999)"}
-> 400
{"fields": [{"field": "body"}]}

GET /api/deals/{{deal}}/timeline?kinds=notes
-> 200
{"items": [{"kind": "note.written", "data": {"note_id": "{{note}}", "mentions": ["{{ann}}"]}}]}

PATCH /api/notes/{{note}}
If-Match: {{v1}}
{"body": "Asked"}
-> 200
ETag: {{v2}}
{"body": "Asked", "mentions": [], "edited_at": "{{time}}"}

PATCH /api/notes/{{note}}
If-Match: {{v1}}
{"body": "Late"}
-> 412

as vera

GET /api/deals/{{deal}}/notes
-> 200
{"items": [{"id": "{{note}}"}], "next_cursor": "{{null}}"}

POST /api/deals/{{deal}}/notes
{"body": "Looking only"}
-> 403

as ann

POST /api/deals
{"name": "Hers"}
-> 201
{"id": "{{hers}}"}

POST /api/deals/{{hers}}/notes
{"body": "He does not see this: @[Rob Rep](user:{{rob}})"}
-> 400
{"fields": [{"field": "body", "message": "{{/Rob Rep does not see this deal/}}"}]}

as rob

GET /api/deals/{{hers}}/notes
-> 404

DELETE /api/notes/{{note}}
If-Match: {{v2}}
-> 204

POST /api/notes/{{note}}/restorations
If-Match: "3"
-> 200
{"id": "{{note}}"}
