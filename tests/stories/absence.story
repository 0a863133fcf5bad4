# Somebody is away; his deputy sees his day and works on his deals, and keeps none of them.

use office

as ann

POST /api/users
{"name": "Sven Rep", "email": "sven@example.com", "role": "rep", "password": "harbour under fog"}
-> 201
{"id": "{{sven}}"}

as sven

POST /api/session
{"email": "sven@example.com", "password": "harbour under fog"}
-> 200

POST /api/deals
{"name": "Sven's own"}
-> 201
{"id": "{{deal}}"}

as rob

GET /api/today?owner_id={{sven}}
-> 200
{"steps": []}

GET /api/deals/{{deal}}
-> 404

POST /api/absences
{"user_id": "{{sven}}", "deputy_id": "{{rob}}", "from": "2020-01-01", "to": "2020-01-02"}
-> 403

as sven

POST /api/absences
{"deputy_id": "{{sven}}", "from": "2020-01-01", "to": "2090-01-02"}
-> 400

GET /api/absences
-> 200
{"items": [], "today": "{{today}}", "standing_in_for": []}

POST /api/absences
{"deputy_id": "{{rob}}", "from": "{{today}}", "to": "{{today}}"}
-> 201
ETag: {{version}}
{"id": "{{absence}}", "user_id": "{{sven}}"}

as rob

GET /api/absences
-> 200
{"items": [{"id": "{{absence}}"}], "standing_in_for": ["{{sven}}"]}

GET /api/today?owner_id={{sven}}
-> 200
{"steps": [{"deal": {"id": "{{deal}}"}}]}

GET /api/deals?owner_id={{sven}}
-> 200
{"items": [{"id": "{{deal}}"}]}

GET /api/search?q=sven
-> 200
{"items": [{"id": "{{deal}}"}]}

GET /api/deals/{{deal}}
-> 200
ETag: {{v1}}
{"may_write": true, "owner": {"id": "{{sven}}"}}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"name": "Sven's, cared for"}
-> 200
ETag: {{v2}}

# He may not take it, which would outlast the absence.

PATCH /api/deals/{{deal}}
If-Match: {{v2}}
{"owner_id": "{{rob}}"}
-> 403
{"code": "deal.may_not_assign"}

DELETE /api/absences/{{absence}}
If-Match: {{version}}
-> 403

as sven

DELETE /api/absences/{{absence}}
If-Match: {{version}}
-> 204

as rob

GET /api/today?owner_id={{sven}}
-> 200
{"steps": []}

GET /api/deals/{{deal}}
-> 404
