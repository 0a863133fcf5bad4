# Somebody is invited, sets a password of his own and is in; a link works once.

use office

as ann

POST /api/invitations
{"name": "Bea", "email": "bea@example.com", "role": "rep"}
-> 201
{"user_id": "{{bea}}", "purpose": "invitation", "made_by": "{{ann}}", "expires_at": "{{time}}",
 "path": "{{path}}", "user": {"name": "Bea", "visibility": "own"}}

GET /api/sign-in-links
-> 200
{"items": [{"user_id": "{{bea}}", "purpose": "invitation"}]}

# The address is taken now; the invitation is renewed instead.

POST /api/invitations
{"name": "Bea", "email": "BEA@example.com", "role": "rep"}
-> 409

POST /api/users/{{bea}}/sign-in-link
-> 201
{"path": "{{/^/join#scl_[-_A-Za-z0-9]+$/}}"}

# A rep invites nobody and sees no links; no token makes a way in.

as rob

POST /api/invitations
{"name": "Cem", "email": "cem@example.com", "role": "rep"}
-> 403

GET /api/sign-in-links
-> 403

POST /api/users/{{ann}}/sign-in-link
-> 403

# What is over and what never was are told apart by nobody.

as guest

POST /api/sign-in-links/looks
{"link": "scl_guess"}
-> 404
{"code": "link.over", "detail": "{{words}}"}

POST /api/sign-in-links/uses
{"link": "scl_guess", "password": "nine blue kettles"}
-> 404
{"code": "link.over", "detail": "{{words}}"}

# Nobody makes a link for himself, which would be a way around the present password.

as ann

POST /api/users/{{ann}}/sign-in-link
-> 403
{"code": "link.not_oneself"}

DELETE /api/users/{{bea}}/sign-in-link
-> 204

GET /api/sign-in-links
-> 200
{"items": []}

GET /api/users/{{bea}}
-> 200
{"active": false}
