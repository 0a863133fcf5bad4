# What is held on a person goes out as a file, or is erased: for who may, once, and noted.

use office

as rob

POST /api/contacts
{"name": "Dora Klein", "email": "dora@acme.example", "title": "Buyer"}
-> 201
ETag: {{c1}}
{"id": "{{dora}}"}

POST /api/contacts/{{dora}}/personal-data
-> 403

POST /api/contacts/{{dora}}/erasures
If-Match: {{c1}}
-> 403

as ann

POST /api/contacts/{{dora}}/personal-data
-> 200
{"contact": {"email": "dora@acme.example"}, "events": [{"kind": "contact.created"}]}

GET /api/contacts/{{dora}}/timeline?limit=1
-> 200
{"items": [{"kind": "contact.exported", "actor": {"name": "Ann Owner"}}]}

POST /api/contacts/{{dora}}/erasures
-> 428

POST /api/contacts/{{dora}}/erasures
If-Match: {{c1}}
-> 200
{"id": "{{dora}}", "name": "#{{dora}}", "email": "", "title": "", "erased_at": "{{when}}"}

GET /api/search?q=klein
-> 200
{"items": []}

GET /api/contacts/{{dora}}/timeline
-> 200
{"items": [{"kind": "contact.changed"}, {"kind": "journal.redacted"},
  {"kind": "contact.exported"}, {"kind": "contact.created"}]}

POST /api/contacts/{{dora}}/erasures
If-Match: "2"
-> 409
{"code": "contact.erased_before"}

PATCH /api/contacts/{{dora}}
If-Match: "2"
{"name": "Dora again"}
-> 409
{"code": "contact.erased"}
