# Whoever is concerned is told, once; whoever did it is not. What is read stays read.

use office

as rob

POST /api/deals
{"name": "Acme"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

POST /api/deals/{{deal}}/notes
{"body": "What do you think, @[Ann Owner](user:{{ann}})?"}
-> 201

GET /api/notices
-> 200
{"items": [], "next_cursor": "{{null}}"}

as ann

GET /api/notices
~> 200
{"items": [{"id": "{{notice}}", "kind": "mention", "read": false, "hidden": false,
            "actor": {"id": "{{rob}}", "name": "Rob Rep"}, "deal": {"id": "{{deal}}", "name": "Acme"},
            "step": "{{null}}", "account": "{{null}}"}]}

GET /api/notices/unread
-> 200
{"unread": 1}

as rob

PUT /api/notices/{{notice}}/read
-> 404

as ann

PUT /api/notices/{{notice}}/read
-> 204

GET /api/notices/unread
-> 200
{"unread": 0}

# What becomes somebody's own is told to him, unless he does not want to know.

POST /api/deals
{"name": "Globex", "owner_id": "{{rob}}"}
-> 201
ETag: {{g1}}
{"id": "{{globex}}"}

as rob

GET /api/notices
~> 200
{"items": [{"id": "{{given}}", "kind": "assigned", "deal": {"id": "{{globex}}"}, "read": false}]}

GET /api/notices/settings
-> 200
{"mention": true, "assigned": true, "overdue": true}

PUT /api/notices/settings
{"mention": true, "approval_asked": true, "approval_answered": true, "assigned": false,
 "handed_over": true, "overdue": true}
-> 200
{"assigned": false}

POST /api/notices/readings
{"up_to": "{{given}}"}
-> 204

GET /api/notices/unread
-> 200
{"unread": 0}

# Of a record that one does not see any more nothing is told.

as ann

PATCH /api/deals/{{globex}}
If-Match: {{g1}}
{"owner_id": "{{ann}}"}
-> 200

as rob

GET /api/notices
-> 200
{"items": [{"id": "{{given}}", "hidden": true, "actor": "{{null}}", "deal": "{{null}}"}]}
