# What lands in a period: each deal in one category, by what its owner says, for who may see it.

use office

as ann

POST /api/deals
{"name": "Acme", "amount": {"minor": 500000, "currency": "EUR"}, "expected_close": "2127-02-10"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

POST /api/deals
{"name": "Bolt", "amount": {"minor": 70000, "currency": "USD"}, "expected_close": "2127-02-11"}
-> 201

GET /api/forecast?period=2127-Q1
~> 200
{"period": "2127-Q1", "first": "2127-01-01", "last": "2127-03-31", "currency": "EUR",
 "total": {"pipeline": {"deals": 1, "minor": 500000}, "commit": {"deals": 0},
   "pipeline_and_better": 500000, "weighted": null},
 "owners": [{"owner_id": "{{ann}}", "name": "Ann Owner"}],
 "other_currencies": [{"currency": "USD", "deals": 1}],
 "outlook": {"silence": "too_little", "range": null, "base_rate": null, "notes": ["{{/^Too few/}}"]}}

PATCH /api/deals/{{deal}}
If-Match: {{v1}}
{"forecast_category": "commit"}
-> 200
{"own_forecast_category": "commit", "forecast_category": "commit"}

GET /api/forecast?period=2127-02
-> 200
{"total": {"commit": {"deals": 1, "minor": 500000}, "pipeline": {"deals": 0}}}

GET /api/forecast?period=2127-04
-> 200
{"total": {"commit": {"deals": 0, "minor": 0}}, "overdue": {"deals": 1, "minor": 500000}}

GET /api/forecast?period=2020-Q1
-> 200
{"outlook": {"silence": "over"}}

as rob

GET /api/forecast?period=2127-Q1
-> 200
{"total": {"commit": {"deals": 0}}, "owners": [], "teams": [], "other_currencies": []}

GET /api/forecast?period=2127-Q7
-> 400
{"fields": [{"field": "period", "code": "forecast.no_period"}]}

GET /api/forecast?currency=12E
-> 400
{"fields": [{"field": "currency"}]}

GET /api/forecast?pipeline_id=9999
-> 400
{"code": "forecast.no_pipeline"}

as nobody

GET /api/forecast
-> 401
