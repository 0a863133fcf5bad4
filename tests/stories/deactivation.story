# Somebody leaves: what he owns is counted, goes to somebody else, and he is out, in one.

use office

as rob

POST /api/accounts
{"name": "Acme"}
-> 201
{"id": "{{acme}}"}

POST /api/deals
{"name": "Acme pilot", "account_id": "{{acme}}"}
-> 201
{"id": "{{deal}}"}

as vera

GET /api/users/{{rob}}/holdings
-> 403

as ann

GET /api/users/{{rob}}/holdings
-> 200
{"open_deals": 1, "closed_deals": 0, "accounts": 1, "contacts": 0, "activities": 0}

GET /api/users/{{rob}}
-> 200
ETag: {{version}}

# Nobody takes from himself, and then nothing at all has happened.

POST /api/users/{{rob}}/deactivations
If-Match: {{version}}
{"hand_over": {"to_user_id": "{{rob}}"}}
-> 400
{"fields": [{"field": "to_user_id"}]}

POST /api/users/{{rob}}/deactivations
If-Match: {{version}}
{"hand_over": {"to_user_id": "{{ann}}"}}
-> 200
{"user": {"id": "{{rob}}", "active": false}, "given": {"deals": 1, "accounts": 1}}

GET /api/deals/{{deal}}
-> 200
{"owner": {"id": "{{ann}}"}}

as rob

GET /api/me
-> 401

# He comes back without what he had.

as ann

GET /api/users/{{rob}}
-> 200
ETag: {{left}}

PATCH /api/users/{{rob}}
If-Match: {{left}}
{"active": true}
-> 200
{"active": true}

GET /api/users/{{rob}}/holdings
-> 200
{"open_deals": 0, "accounts": 0}
