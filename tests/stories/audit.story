# The journal as an owner reads it: filtered, paged, and for nobody below a manager.

use office

as rob

POST /api/deals
{"name": "Lakeside"}
-> 201
{"id": "{{deal}}"}

GET /api/audit
-> 403

as ann

GET /api/audit?kind=records&q=lake
-> 200
{"items": [{"kind": "deal.created", "subject": "Lakeside", "subject_id": "{{deal}}",
  "actor_id": "{{rob}}", "actor": "Rob Rep", "at": "{{time}}", "data": {"name": "Lakeside"}}]}

GET /api/audit?kind=sign_ins&actor_id={{rob}}&limit=1
-> 200
{"items": [{"kind": "session.signed_in", "seq": "{{seq}}"}], "next_before": "{{seq}}"}

GET /api/audit?kind=sign_ins&actor_id={{rob}}&before={{seq}}
-> 200
{"items": [], "next_before": "{{null}}"}

GET /api/audit?subject_kind=deal&subject_id={{deal}}
-> 200
{"items": [{"kind": "deal.created"}]}

GET /api/audit?kind=gossip
-> 400

GET /api/audit.csv?kind=records
-> 200
