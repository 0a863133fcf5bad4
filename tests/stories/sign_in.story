# Known and unknown people are refused in the same words; a signed-out session is dead.

use office

as guest

POST /api/session
{"email": "rob@example.com", "password": "six boats at noon"}
-> 401
{"code": "{{refusal}}", "detail": "{{words}}"}

POST /api/session
{"email": "nobody@example.com", "password": "six boats at noon"}
-> 401
{"code": "{{refusal}}", "detail": "{{words}}"}

GET /api/me
-> 401

as rob

GET /api/me
-> 200
{"user": {"id": "{{rob}}", "role": "rep"}, "permissions": ["deals.write",
  "deals.amount", "deals.close_date", "accounts.write", "activities.write", "records.delete",
  "records.merge", "exports.run"]}

DELETE /api/session
-> 204

GET /api/me
-> 401

# The browser keeps the language of the person, and refusals are told in it.

POST /api/session
Accept-Language: zh-CN
{"email": "rob@example.com", "password": "six boats at noon"}
-> 401
{"detail": "{{/[一-龥]/}}"}
