# The funnel by cohort: of the deals that entered a stage in a month, how many came how far; and the
# deals behind each number.

use office

as ann

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "id": "{{b2b}}", "stages": ["...", {"key": "prospecting", "id": "{{first}}"}]}]}

# A sentence where there is nothing to count.
GET /api/cycle/cohorts?pipeline_id={{b2b}}
~> 200
{"stage_id": "{{first}}", "age_days": 90, "note": "{{/has entered/}}", "currency": null, "all": {"entered": {"deals": 0}, "confidence": "none"}}

POST /api/deals
{"name": "Acme", "pipeline_id": "{{b2b}}", "amount": {"minor": 250000, "currency": "EUR"}}
-> 201
{"id": "{{acme}}"}

GET /api/cycle/cohorts?pipeline_id={{b2b}}&months=2&age_days=30
~> 200
{"age_days": 30, "note": null, "currency": "EUR", "without_amount": 0, "all": {"entered": {"deals": 1, "amount": {"minor": 250000, "currency": "EUR"}}, "open": {"deals": 1}, "won": {"deals": 0}}, "earlier": {"entered": {"deals": 0}}, "months": [{"entered": {"deals": 0}}, {"mature": false, "month": "{{month}}", "entered": {"deals": 1}}]}

# What few deals do is no share.
GET /api/cycle/cohorts?pipeline_id={{b2b}}
-> 200
{"all": {"confidence": "none", "steps": ["...", {"deals": 0, "by_age": null}]}}

GET /api/cycle/cohorts/deals?pipeline_id={{b2b}}&month={{month}}&became=open
-> 200
{"total": 1, "ids": ["{{acme}}"]}

GET /api/cycle/cohorts/deals?pipeline_id={{b2b}}&became=reached
-> 200
{"total": 0, "ids": []}

GET /api/cycle/cohorts/deals?pipeline_id={{b2b}}&month=earlier
-> 200
{"total": 0}

GET /api/cycle/cohorts/deals?pipeline_id={{b2b}}&month=1999-01
-> 400
{"fields": [{"field": "month"}]}

GET /api/cycle/cohorts/deals?pipeline_id={{b2b}}&became=reached&reached_id=999999
-> 400
{"fields": [{"field": "reached_id"}]}

GET /api/cycle/cohorts?pipeline_id={{b2b}}&stage_id=999999
-> 400
{"fields": [{"field": "stage_id"}]}

GET /api/cycle/cohorts?pipeline_id={{b2b}}&months=0
-> 400

# The flow: the deal is new, and still there.
GET /api/cycle/flow?pipeline_id={{b2b}}
-> 200
{"note": null, "points": [{"point": {"at": "stage", "stage_id": "{{first}}", "again": false}, "visits": 1}], "moves": ["...", {"from": {"at": "new", "stage_id": null}, "to": {"at": "stage", "stage_id": "{{first}}"}, "moves": 1, "median_days": null}, {"from": {"at": "stage"}, "to": {"at": "open"}, "moves": 1, "amount": {"minor": 250000}}], "conformance": {"deals": 1, "allowed": 1}}

GET /api/cycle/flow/deals?pipeline_id={{b2b}}&from_end=new&to_stage_id={{first}}
-> 200
{"total": 1, "ids": ["{{acme}}"]}

GET /api/cycle/flow/deals?pipeline_id={{b2b}}&from_stage_id={{first}}&to_end=won
-> 200
{"total": 0}

GET /api/cycle/flow/deals?pipeline_id={{b2b}}&from_stage_id=999999&to_end=won
-> 400
{"fields": [{"field": "from_stage_id"}]}

# Stage by month: one deal is too few for a median, and for a share.
GET /api/cycle/heat-map?pipeline_id={{b2b}}&months=1
-> 200
{"note": null, "months": ["{{month}}"], "stages": ["...", {"stage_id": "{{first}}", "months": [{"visits": 1, "median_days": null, "dwell_confidence": "none", "entered": 1, "went_on": null}]}]}

GET /api/cycle/heat-map?pipeline_id={{b2b}}&to=2001-01-01
-> 200
{"note": "{{/in these months/}}"}

# Gates: nobody has passed one, then somebody is let pass without its criteria.
GET /api/cycle/gates?pipeline_id={{b2b}}
-> 200
{"imported": 0, "note": "{{/passed a gate/}}", "stages": ["...", {"stage_id": "{{first}}", "entered": 1, "passed": 0}]}

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "stages": ["...", {"key": "first_contact", "id": "{{second}}"}]}]}

GET /api/deals/{{acme}}
-> 200
ETag: {{version}}

POST /api/deals/{{acme}}/moves
If-Match: {{version}}
{"to_stage_id": "{{second}}", "override_reason": "An old friend"}
-> 200

GET /api/cycle/gates?pipeline_id={{b2b}}
~> 200
{"note": null, "stages": ["...", {"stage_id": "{{first}}", "entered": 1, "passed": 1, "lost": 0, "criteria": ["...", {"overridden": {"deals": 1, "won": 0, "won_share": null}, "difference": null, "verdict": "cannot_tell"}]}]}

# A rep's funnel is about his own deals.
as rob

GET /api/cycle/flow?pipeline_id={{b2b}}
-> 200
{"points": [], "moves": [], "note": "{{/has entered/}}"}

GET /api/cycle/cohorts?pipeline_id={{b2b}}
-> 200
{"all": {"entered": {"deals": 0}}}

GET /api/cycle/cohorts/deals?pipeline_id={{b2b}}
-> 200
{"total": 0, "ids": []}

as stranger

GET /api/cycle/cohorts
-> 401
