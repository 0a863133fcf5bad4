# Who leads sets targets, people say what will land, and what changed since a day adds up.

use office

as ann

POST /api/deals
{"name": "Acme", "amount": {"minor": 500000, "currency": "EUR"}, "expected_close": "2127-02-10"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

PUT /api/forecast/targets/2127-Q1/people/{{ann}}
If-Match: "0"
{"amount": {"minor": 2000000, "currency": "EUR"}}
-> 200
ETag: "1"
{"version": 1, "owner_id": "{{ann}}", "amount": {"minor": 2000000}}

PUT /api/forecast/targets/2127-Q1/people/{{ann}}
If-Match: "0"
{"amount": {"minor": 1, "currency": "EUR"}}
-> 412

PUT /api/forecast/targets/2127-Q1/people/999
If-Match: "0"
{"amount": {"minor": 1, "currency": "EUR"}}
-> 404

GET /api/forecast?period=2127-Q1
~> 200
{"total": {"target": 2000000, "coverage": 0.25, "target_reached": false}}

PUT /api/forecast/targets/2127-Q1/people/{{ann}}
If-Match: "1"
{"amount": {"minor": 0, "currency": "EUR"}}
-> 200

GET /api/forecast?period=2127-Q1
-> 200
{"total": {"target": 0, "coverage": null, "target_reached": true},
 "outlook": {"notes": ["{{/reached/}}", "{{/^Too few/}}"]}}

POST /api/forecast/submissions
{"period": "2127-Q1", "amount": {"minor": 1800000, "currency": "EUR"}, "note": "Two are as good as signed"}
-> 201
{"author_name": "Ann Owner", "for_team_id": null}

POST /api/forecast/submissions
{"period": "2127-Q9", "amount": {"minor": 1, "currency": "EUR"}}
-> 400

GET /api/forecast/changes?period=2127-Q1
-> 200
{"start_minor": 0, "end_minor": 500000,
 "changes": [{"kind": "new", "deals": 1, "minor": 500000, "deal_ids": ["{{deal}}"]}],
 "largest": [{"name": "Acme", "kind": "new"}]}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"expected_close": "2127-05-01"}
-> 200

GET /api/forecast/changes?period=2127-Q2&since=2020-01-01
-> 200
{"since": "2020-01-01", "start_minor": 0, "end_minor": 500000, "changes": [{"kind": "new"}]}

as rob

PUT /api/forecast/targets/2127-Q1/people/{{rob}}
If-Match: "0"
{"amount": {"minor": 1, "currency": "EUR"}}
-> 403

GET /api/forecast/targets?period=2127-Q1
-> 200
{"items": []}

GET /api/forecast/submissions?period=2127-Q1
-> 200
{"items": []}

GET /api/forecast/changes?period=2127-Q1
-> 200
{"start_minor": 0, "end_minor": 0, "changes": [], "largest": []}
