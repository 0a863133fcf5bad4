# An account with what hangs on it, and the ones it may be a second time.

use office

as rob

POST /api/accounts
{"name": "Blue Lake (China) Ltd", "domain": "https://www.bluelake.example", "phone": "021-68881234"}
-> 201
ETag: {{a1}}
{"id": "{{lake}}"}

POST /api/accounts
{"name": "Blue Lake Logistics", "parent_id": "{{lake}}"}
-> 201
ETag: {{b1}}
{"id": "{{below}}"}

PATCH /api/accounts/{{lake}}
If-Match: {{a1}}
{"parent_id": "{{below}}"}
-> 400
{"fields": [{"field": "parent_id"}]}

GET /api/accounts/{{lake}}/relations
-> 200
{"parents": [], "subsidiaries": [{"id": "{{below}}", "depth": 1}], "may_write": true}

GET /api/accounts/{{below}}/relations
-> 200
{"parents": [{"id": "{{lake}}"}], "subsidiaries": []}

POST /api/contacts
{"name": "Carl", "account_id": "{{lake}}", "consent": "given"}
-> 201
{"id": "{{carl}}", "consent": "given", "consent_at": "{{said}}"}

GET /api/accounts/{{lake}}/timeline?limit=1
-> 200
{"items": [{"kind": "contact.created", "subject_name": "Carl"}], "next_cursor": "{{cursor}}"}

GET /api/accounts/{{lake}}/timeline?cursor={{cursor}}
-> 200
{"items": [{"kind": "account.created"}], "next_cursor": null}

# While another is typed.

GET /api/duplicates/accounts?name=BLUE%20LAKE%20Inc
-> 200
{"items": [{"party": {"id": "{{lake}}"}, "by": ["name"], "why": "same name"}]}

GET /api/duplicates/accounts?domain=li@mail.bluelake.example&phone=%2B86%2021%206888%201234
-> 200
{"items": [{"party": {"id": "{{lake}}"}, "by": ["domain", "phone"]}]}

GET /api/duplicates/contacts?name=carl&account_id={{lake}}
-> 200
{"items": [{"party": {"id": "{{carl}}"}, "by": ["name_and_account"]}]}

# Nobody learns by typing what he may not see.

as ann

POST /api/accounts
{"name": "Ann's Secret"}
-> 201
{"id": "{{secret}}"}

as rob

GET /api/duplicates/accounts?name=Anns%20Secret
-> 200
{"items": []}

GET /api/accounts/{{secret}}/relations
-> 404

GET /api/accounts/{{secret}}/timeline
-> 404

# Two that look alike, and are two.

POST /api/accounts
{"name": "Blue Lake"}
-> 201
{"id": "{{other}}"}

GET /api/duplicates
-> 200
{"items": [{"first": {"id": "{{lake}}"}, "second": {"id": "{{other}}"}}]}

POST /api/duplicates/distinctions
{"kind": "account", "first_id": "{{lake}}", "second_id": "{{other}}"}
-> 204

GET /api/duplicates
-> 200
{"items": []}

POST /api/duplicates/distinctions
{"kind": "account", "first_id": "{{lake}}", "second_id": "{{secret}}"}
-> 404

# Only what is declared can be set, and only what is declared can be sorted by.

POST /api/contacts
{"name": "Eve", "erased_at": "2026-01-01T00:00:00Z"}
-> 400

GET /api/accounts?sort=owner_id
-> 400

# Two that are one: the survivor takes what it lacks, and the undo gives it back.

GET /api/accounts/{{other}}/merge-preview?other_id={{lake}}
-> 200
{"survivor_version": 1, "other_version": "{{v}}", "fields": ["...", {"field": "phone", "survivor": "",
  "other": "021-68881234", "takes_other": true}], "moves": {"contacts": 1, "companies": 1}}

POST /api/accounts/{{other}}/merges
If-Match: "1"
{"other_id": "{{lake}}", "other_version": 7}
-> 412

POST /api/accounts/{{other}}/merges
If-Match: "1"
{"other_id": "{{lake}}", "other_version": "{{v}}", "take": ["phone"]}
-> 200
{"id": "{{other}}", "name": "Blue Lake", "phone": "021-68881234"}

GET /api/accounts/{{lake}}
-> 404

GET /api/contacts/{{carl}}
-> 200
{"account_id": "{{other}}"}

GET /api/accounts/{{other}}/timeline
-> 200
{"items": ["...", {"kind": "account.merged", "is_merge": true, "seq": "{{merge}}"}]}

as vera

POST /api/merges/{{merge}}/undo
-> 403

as rob

POST /api/merges/{{merge}}/undo
-> 200
{"survivor_id": "{{other}}", "restored_id": "{{lake}}", "kept_fields": [], "kept": {"contacts": 0}}

POST /api/merges/{{merge}}/undo
-> 409

GET /api/contacts/{{carl}}
-> 200
{"account_id": "{{lake}}"}
