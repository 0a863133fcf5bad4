# The outlook of a deal says that nothing can be told where too little has happened, keeps silent
# about what is decided, and tells nobody of a deal that he does not see.

use office

as ann

GET /api/pipelines
-> 200
{"items": ["...", {"key": "b2b", "stages": ["...", {"key": "lost", "id": "{{lost}}"}]}]}

POST /api/deals
{"name": "Acme"}
-> 201
ETag: {{v1}}
{"id": "{{deal}}"}

GET /api/deals/{{deal}}/outlook
~> 200
{"deal_id": "{{deal}}", "silence": "too_little", "won": null, "close": null, "days_in_stage": 0,
 "reasons": ["Too few deals of this pipeline have been won or lost to tell. 20 are needed."]}

as rob

GET /api/deals/{{deal}}/outlook
-> 404

as ann

POST /api/deals/{{deal}}/moves
If-Match: {{v1}}
{"to_stage_id": "{{lost}}", "reason": "price"}
-> 200

GET /api/deals/{{deal}}/outlook
~> 200
{"silence": "closed", "reasons": ["The deal is decided."]}

GET /api/deals/999999/outlook
-> 404
