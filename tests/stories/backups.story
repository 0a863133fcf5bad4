# Where the operator has named no folder there are no backups, and an owner is told so; a copy of
# everything is nobody else's business.

use office

as ann

GET /api/backups
-> 200
{"is_on": false, "items": []}

POST /api/backups
-> 409
{"code": "backup.is_off"}

as rob

GET /api/backups
-> 403

POST /api/backups
-> 403

as vera

GET /api/backups
-> 403

as stranger

GET /api/backups
-> 401

POST /api/backups
-> 401
