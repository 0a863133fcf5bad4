# A calendar feed: its address is shown once, needs no sign-in, and can be renewed and ended.

use office

as rob

GET /api/calendar-feed
-> 200
{"made_at": "{{null}}"}

POST /api/calendar-feed
-> 201
{"file": "{{first}}", "made_at": "{{time}}"}

POST /api/deals
{"name": "Acme"}
-> 201
{"id": "{{deal}}"}

PUT /api/deals/{{deal}}/next-step
{"kind": "call", "subject": "Ring, then write", "due": "2031-03-04T09:00:00Z"}
-> 201

GET /api/calendar-feed
-> 200
{"made_at": "{{time}}", "file": "{{absent}}"}

as stranger

GET /api/calendar/{{first}}
-> 200
ETag: {{tag}}

GET /api/calendar/scf_guessed.ics
-> 404

GET /api/calendar-feed
-> 401

as rob

POST /api/calendar-feed
-> 201
{"file": "{{second}}"}

as stranger

GET /api/calendar/{{first}}
-> 404

GET /api/calendar/{{second}}
-> 200

as rob

DELETE /api/calendar-feed
-> 204

DELETE /api/calendar-feed
-> 404

as stranger

GET /api/calendar/{{second}}
-> 404
