# Somebody is away; his deputy sees his day, and nothing else of his.

use office

as ann

POST /api/deals
{"name": "Ann's own"}
-> 201
{"id": "{{deal}}"}

as rob

GET /api/today?owner_id={{ann}}
-> 200
{"steps": []}

POST /api/absences
{"user_id": "{{ann}}", "deputy_id": "{{rob}}", "from": "2020-01-01", "to": "2020-01-02"}
-> 403

as ann

POST /api/absences
{"deputy_id": "{{ann}}", "from": "2020-01-01", "to": "2090-01-02"}
-> 400

GET /api/absences
-> 200
{"items": [], "today": "{{today}}", "standing_in_for": []}

POST /api/absences
{"deputy_id": "{{rob}}", "from": "{{today}}", "to": "{{today}}"}
-> 201
ETag: {{version}}
{"id": "{{absence}}", "user_id": "{{ann}}"}

as rob

GET /api/absences
-> 200
{"items": [{"id": "{{absence}}"}], "standing_in_for": ["{{ann}}"]}

GET /api/today?owner_id={{ann}}
-> 200
{"steps": [{"deal": {"id": "{{deal}}"}}]}

GET /api/deals/{{deal}}
-> 404

DELETE /api/absences/{{absence}}
If-Match: {{version}}
-> 403

as ann

DELETE /api/absences/{{absence}}
If-Match: {{version}}
-> 204

as rob

GET /api/today?owner_id={{ann}}
-> 200
{"steps": []}
