# Where one is signed in, and ending that from another browser.

use office

as phone

POST /api/session
User-Agent: Phone
{"email": "rob@example.com", "password": "seven boats at noon"}
-> 200

as rob

GET /api/sessions
-> 200
{"items": [{"id": "{{phone}}", "agent": "Phone", "current": false, "created_at": "{{time}}"},
           {"id": "{{own}}", "current": true}]}

# Ann sees them as the owner, Vera does not.

as vera

GET /api/users/{{rob}}/sessions
-> 403

DELETE /api/sessions/{{phone}}
-> 404

as ann

GET /api/users/{{rob}}/sessions
-> 200
{"items": [{"id": "{{phone}}"}, {"id": "{{own}}", "current": false}]}

as rob

DELETE /api/sessions/{{phone}}
-> 204

as phone

GET /api/me
-> 401

as ann

DELETE /api/users/{{rob}}/sessions
-> 204

as rob

GET /api/sessions
-> 401
