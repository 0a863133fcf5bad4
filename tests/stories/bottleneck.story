# Which stage is worth fixing: nothing where there is nothing to compare, an answer that is searched
# in the background, and targets that are tried and refused with a reason.

use office

as ann

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "id": "{{b2b}}", "stages": ["...", {"key": "prospecting", "id": "{{first}}"}]}]}

POST /api/deals
{"name": "Acme"}
-> 201

GET /api/cycle/bottleneck?pipeline_id={{b2b}}
~> 200
{"found": true, "deals": 1, "worst": null, "open": 1}

GET /api/cycle/what-if?pipeline_id={{b2b}}&change={{first}}:10:
~> 200
{"found": true, "gain": 0}

GET /api/cycle/what-if?pipeline_id={{b2b}}&change={{first}}
-> 400
{"fields": [{"field": "change"}]}

GET /api/cycle/what-if?pipeline_id={{b2b}}&change=999999:10:
-> 400

GET /api/cycle/what-if?pipeline_id={{b2b}}&change={{first}}:101:
-> 400

GET /api/cycle/what-if?pipeline_id={{b2b}}
-> 400

GET /api/cycle/bottleneck?pipeline_id=999999
-> 400

# A rep's search is about his own deals.
as rob

GET /api/cycle/bottleneck?pipeline_id={{b2b}}
~> 200
{"found": true, "deals": 0, "worst": null}
