# Many deals are changed at once: looked at first, then written; what may not change says why.

use office

as rob

POST /api/deals
{"name": "Acme"}
-> 201
{"id": "{{acme}}"}

POST /api/deals
{"name": "Birch", "source": "event"}
-> 201
{"id": "{{birch}}"}

POST /api/deals/bulk-previews
{"matching": {"sort": "name"}, "changes": {"source": "event"}}
-> 200
{"changed": 1, "same": 1, "refused": 0, "more": false,
 "items": [{"id": "{{acme}}", "version": 1, "outcome": "changed"},
           {"id": "{{birch}}", "version": 1, "outcome": "same"}]}

POST /api/deals/bulk-edits
Idempotency-Key: bulk-1
{"deals": [{"id": "{{acme}}", "version": 1}, {"id": 999999, "version": 1}],
 "changes": {"source": "event"}}
-> 200
{"changed": 1, "refused": 1,
 "items": [{"id": "{{acme}}", "version": 2, "before": {"source": ""}},
           {"id": 999999, "outcome": "refused", "code": "record.not_found"}]}

# The answer is kept for its key: nothing is written twice.
POST /api/deals/bulk-edits
Idempotency-Key: bulk-1
{"deals": [{"id": "{{acme}}", "version": 1}, {"id": 999999, "version": 1}],
 "changes": {"source": "event"}}
-> 200
{"changed": 1, "items": [{"id": "{{acme}}", "version": 2}, {"id": 999999}]}

GET /api/deals/{{acme}}
-> 200
{"version": 2, "source": "event"}

# What it held before puts it back.
POST /api/deals/bulk-edits
{"deals": [{"id": "{{acme}}", "version": 2, "changes": {"source": ""}}]}
-> 200
{"changed": 1}

POST /api/deals/bulk-edits
{"deals": [{"id": "{{acme}}", "version": 3}], "changes": {}}
-> 400
{"fields": [{"field": "changes", "code": "bulk.nothing"}]}

as vera

POST /api/deals/bulk-previews
{"matching": {}, "changes": {"source": "event"}}
-> 403
