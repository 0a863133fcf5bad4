# A rep sees his own deals only; a viewer sees and changes nothing; a stranger learns nothing, not
# even that a deal exists.

use office

as ann

POST /api/deals
{"name": "Ann's deal"}
-> 201
{"id": "{{anns}}"}

as rob

POST /api/deals
{"name": "Rob's deal"}
-> 201
ETag: {{version}}
{"id": "{{robs}}"}

GET /api/deals
-> 200
{"items": [{"id": "{{robs}}"}]}

GET /api/deals/{{anns}}
-> 404

PATCH /api/deals/{{anns}}
If-Match: {{version}}
{"name": "Mine now"}
-> 404

as vera

GET /api/deals
-> 200
{"items": ["...", {"id": "{{robs}}"}, {"id": "{{anns}}"}]}

PATCH /api/deals/{{robs}}
If-Match: {{version}}
{"name": "Read only"}
-> 403

POST /api/deals
{"name": "Not mine to make"}
-> 403

as stranger

GET /api/deals
-> 401

GET /api/deals/{{robs}}
-> 401
