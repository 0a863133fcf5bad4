# Money keeps its currency, and each change of the expected close is counted as what it was.

use office

as ann

POST /api/products
{"name": "Wheel", "price": {"minor": 50000, "currency": "USD"}}
-> 201
ETag: {{w1}}
{"id": "{{wheel}}"}

as rob

POST /api/deals
{"name": "Pilot", "amount": {"minor": 90000, "currency": "EUR"},
 "product_lines": [{"product_id": "{{wheel}}"}]}
-> 400
{"fields": [{"field": "product_lines[0].price", "code": "deal.other_currency"}]}

POST /api/deals
{"name": "Pilot", "amount": {"minor": 90000, "currency": "EUR"},
 "product_lines": [{"product_id": "{{wheel}}", "quantity": 2,
                    "price": {"minor": 45000, "currency": "EUR"}}]}
-> 201
ETag: {{d1}}
{"id": "{{deal}}"}

as ann

PATCH /api/products/{{wheel}}
If-Match: {{w1}}
{"price": {"minor": 700, "currency": "CNY"}}
-> 200

as rob

PATCH /api/deals/{{deal}}
If-Match: {{d1}}
{"amount": {"minor": 90000, "currency": "USD"}}
-> 400
{"fields": [{"field": "product_lines[0].price"}]}

# A currency that nobody has is refused, with the one that was meant where that can be guessed.

POST /api/deals
{"name": "Pilot 2", "amount": {"minor": 90000, "currency": "EUE"}}
-> 400
{"fields": [{"field": "amount.currency", "code": "field.no_such_currency",
             "message": "There is no currency EUE (ISO 4217); did you mean EUR?"}]}

POST /api/deals
{"name": "Pilot 2", "amount": {"minor": 90000, "currency": "QQQ"}}
-> 400
{"fields": [{"field": "amount.currency", "message": "There is no currency QQQ (ISO 4217)."}]}

# Set for the first time, pushed within the quarter, pushed out of it, pulled back.

PATCH /api/deals/{{deal}}
If-Match: {{d1}}
{"expected_close": "2031-04-10"}
-> 200
ETag: {{d2}}
{"products": [{"quantity": 2, "price": {"minor": 45000, "currency": "EUR"}}],
 "close_date_changes": {"push": 0, "pull": 0, "slip": 0}}

PATCH /api/deals/{{deal}}
If-Match: {{d2}}
{"expected_close": "2031-06-30"}
-> 200
ETag: {{d3}}
{"close_date_changes": {"push": 1, "pull": 0, "slip": 0}}

PATCH /api/deals/{{deal}}
If-Match: {{d3}}
{"expected_close": "2031-07-01"}
-> 200
ETag: {{d4}}
{"close_date_changes": {"push": 2, "pull": 0, "slip": 1}}

PATCH /api/deals/{{deal}}
If-Match: {{d4}}
{"expected_close": "2031-05-01"}
-> 200
{"close_date_changes": {"push": 2, "pull": 1, "slip": 1}}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.changed", "seq": "{{pulled}}", "undoable": true}]}
