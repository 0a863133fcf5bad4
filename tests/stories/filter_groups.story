# A list asks for conditions in groups: all of these, or any of those. Nobody sees more by asking.

use office

as ann

POST /api/deals
{"name": "Hers", "amount": {"minor": 900000, "currency": "EUR"}}
-> 201

as rob

POST /api/deals
{"name": "Acme", "source": "referral", "amount": {"minor": 900000, "currency": "EUR"}}
-> 201
{"id": "{{acme}}"}

POST /api/deals
{"name": "Birch", "amount": {"minor": 100000, "currency": "EUR"}}
-> 201
{"id": "{{birch}}"}

POST /api/deals
{"name": "Cedar", "source": "website", "amount": {"minor": 100000, "currency": "EUR"}}
-> 201
{"id": "{{cedar}}"}

# Large, or from nowhere: {"any":[amount at least 5000, source empty]}
GET /api/deals?sort=name&where=%7B%22any%22%3A%5B%7B%22field%22%3A%22amount%22%2C%22is%22%3A%22at_least%22%2C%22values%22%3A%5B500000%5D%7D%2C%7B%22field%22%3A%22source%22%2C%22is%22%3A%22empty%22%7D%5D%7D
-> 200
{"items": [{"id": "{{acme}}"}, {"id": "{{birch}}"}]}

# {"all":[owner any of me, source none of referral]}
GET /api/deals?sort=name&where=%7B%22all%22%3A%5B%7B%22field%22%3A%22owner_id%22%2C%22is%22%3A%22any_of%22%2C%22values%22%3A%5B%22me%22%5D%7D%2C%7B%22field%22%3A%22source%22%2C%22is%22%3A%22none_of%22%2C%22values%22%3A%5B%22referral%22%5D%7D%5D%7D
-> 200
{"items": [{"id": "{{birch}}"}, {"id": "{{cedar}}"}]}

# The simple filters hold beside it.
GET /api/deals?source=website&where=%7B%22field%22%3A%22amount%22%2C%22is%22%3A%22not_empty%22%7D
-> 200
{"items": [{"id": "{{cedar}}"}]}

# A refusal says where.
GET /api/deals?where=%7B%22all%22%3A%5B%7B%22field%22%3A%22colour%22%2C%22is%22%3A%22empty%22%7D%5D%7D
-> 400
{"fields": [{"field": "where.all[0].field", "code": "filter.no_field"}]}

GET /api/deals?where=%7B%22field%22%3A%22amount%22%2C%22is%22%3A%22at_least%22%2C%22values%22%3A%5B%22many%22%5D%7D
-> 400
{"fields": [{"field": "where.values[0]", "code": "filter.not_number"}]}

POST /api/accounts
{"name": "Lakeside", "region": "North"}
-> 201

POST /api/accounts
{"name": "Hillside"}
-> 201

GET /api/accounts?where=%7B%22field%22%3A%22region%22%2C%22is%22%3A%22none_of%22%2C%22values%22%3A%5B%22North%22%5D%7D&q=side
-> 200
{"items": [{"name": "Hillside"}]}

GET /api/contacts?where=%7B%22field%22%3A%22consent%22%2C%22is%22%3A%22any_of%22%2C%22values%22%3A%5B%22maybe%22%5D%7D
-> 400
{"fields": [{"field": "where.values[0]", "code": "filter.not_choice"}]}
