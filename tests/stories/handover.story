# The records of a person go with him to another team, and to somebody else when he leaves.

use office

as ann

POST /api/teams
{"name": "North"}
-> 201
{"id": "{{north}}"}

POST /api/teams
{"name": "South"}
-> 201
{"id": "{{south}}"}

POST /api/users
{"name": "Sven South", "email": "sven@example.com", "role": "manager", "team_id": "{{south}}",
 "password": "harbour under fog"}
-> 201
{"id": "{{sven}}", "visibility": "team"}

GET /api/users/{{rob}}
-> 200
ETag: {{r1}}

PATCH /api/users/{{rob}}
If-Match: {{r1}}
{"team_id": "{{north}}"}
-> 200
ETag: {{r2}}

as rob

POST /api/accounts
{"name": "Acme"}
-> 201
{"id": "{{acme}}", "team_id": "{{north}}"}

POST /api/deals
{"name": "Acme pilot", "account_id": "{{acme}}"}
-> 201
{"id": "{{deal}}", "team_id": "{{north}}"}

POST /api/activities
{"deal_id": "{{deal}}", "kind": "call", "subject": "Ring them", "due": "2031-05-02T08:00:00Z"}
-> 201
{"id": "{{call}}", "owner_id": "{{rob}}"}

as sven

POST /api/session
{"email": "sven@example.com", "password": "harbour under fog"}
-> 200

GET /api/deals
-> 200
{"items": []}

# Rob moves south, and what he owns with him.

as ann

PATCH /api/users/{{rob}}
If-Match: {{r2}}
{"team_id": "{{south}}"}
-> 200

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.changed", "undoable": false, "seq": "{{moved}}",
  "data": {"changes": [{"field": "team_id", "before": "{{north}}", "after": "{{south}}"}]}}]}

POST /api/events/{{moved}}/undo
-> 409

as sven

GET /api/deals
-> 200
{"items": [{"id": "{{deal}}"}]}

GET /api/board?team_id={{south}}
-> 200
{"columns": ["...", {"count": 1, "cards": [{"id": "{{deal}}"}]}]}

# He leaves; his open work is Sven's. Vera may not decide that, nor Rob himself.

as rob

POST /api/users/{{rob}}/handovers
{"to_user_id": "{{sven}}"}
-> 403

as vera

POST /api/users/{{rob}}/handovers
{"to_user_id": "{{sven}}"}
-> 403

as sven

POST /api/users/{{rob}}/handovers
{"to_user_id": "{{rob}}"}
-> 400
{"fields": [{"field": "to_user_id"}]}

POST /api/users/{{rob}}/handovers
{"to_user_id": "{{ann}}"}
-> 403

POST /api/users/{{rob}}/handovers
Idempotency-Key: leaves
{"to_user_id": "{{sven}}"}
-> 200
{"deals": 1, "accounts": 1, "contacts": 0, "activities": 1}

POST /api/users/{{rob}}/handovers
Idempotency-Key: leaves
{"to_user_id": "{{sven}}"}
-> 200
{"deals": 1}

GET /api/deals/{{deal}}
-> 200
{"owner": {"id": "{{sven}}"}, "next_step": {"activity_id": "{{call}}"}}

as rob

GET /api/deals
-> 200
{"items": []}

# It is taken back: what nobody has touched since is his again.

as sven

GET /api/users/{{rob}}/handovers
-> 200
{"items": [{"seq": "{{given}}", "to_user_id": "{{sven}}", "undone": false}]}

POST /api/handovers/{{given}}/undo
-> 200
{"back": {"deals": 1, "accounts": 1, "contacts": 0, "activities": 1}, "kept": 0}

POST /api/handovers/{{given}}/undo
-> 409
{"code": "handover.nothing_left"}

as rob

GET /api/deals
-> 200
{"items": [{"id": "{{deal}}", "owner": {"id": "{{rob}}"}}]}
