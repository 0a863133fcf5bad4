# The first hour ticks itself off from what really happened; it is put away and begun anew.

use office

as rob

GET /api/tour
-> 200
{"dismissed": false, "deal": "{{null}}",
 "steps": [{"step": "open_deal", "done": false}, {"step": "next_step", "done": false},
           {"step": "log_call", "done": false}, {"step": "pass_gate", "done": false},
           {"step": "read_cycle", "done": false}]}

POST /api/deals
{"name": "Acme"}
-> 201
{"id": "{{deal}}"}

PUT /api/deals/{{deal}}/next-step
{"kind": "call", "subject": "Ring", "due": "2031-03-04T09:00:00Z"}
-> 201

GET /api/tour
~> 200
{"deal": {"id": "{{deal}}", "name": "Acme"},
 "steps": ["...", {"step": "next_step", "done": true}, {"step": "log_call", "done": false}]}

POST /api/tour/steps
{"step": "read_cycle"}
-> 200
{"steps": ["...", {"step": "read_cycle", "done": true}]}

POST /api/tour/steps
{"step": "log_call"}
-> 400

PUT /api/tour
{"dismissed": true}
-> 200
{"dismissed": true}

PUT /api/tour
{"dismissed": false}
-> 200
{"dismissed": false, "steps": ["...", {"step": "next_step", "done": false}]}

as vera

GET /api/tour
-> 200
{"steps": [{"step": "open_deal"}, {"step": "read_cycle"}]}
