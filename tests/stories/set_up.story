# The first visitor becomes the owner; nobody can do that a second time, and there is no account
# before.

as ann

GET /api/setup
-> 200
{"needed": true}

GET /api/me
-> 401
{"code": "{{string}}", "title": "{{string}}"}

POST /api/setup
{"organization": "Blue Lake", "name": "Ann Owner", "email": "ann@example.com",
 "password": "password", "lang": "en", "currency": "EUR", "time_zone": "Europe/Berlin",
 "sample_data": false}
-> 400
{"fields": [{"field": "password"}]}

POST /api/setup
{"organization": "Blue Lake", "name": "Ann Owner", "email": "ann@example.com",
 "password": "a long and quiet lake", "lang": "en", "currency": "EUR",
 "time_zone": "Europe/Berlin", "sample_data": false}
-> 201
{"user": {"id": "{{ann}}", "name": "Ann Owner", "role": "owner"},
 "organization": {"name": "Blue Lake", "currency": "EUR"},
 "permissions": ["...", "organization.edit"]}

GET /api/setup
-> 200
{"needed": false}

GET /api/me
-> 200
{"user": {"id": "{{ann}}"}}

as mallory

POST /api/setup
{"organization": "Mine", "name": "Mallory", "email": "m@example.com",
 "password": "a long and quiet lake", "lang": "en", "currency": "EUR",
 "time_zone": "Europe/Berlin", "sample_data": false}
-> 409

GET /api/me
-> 401
