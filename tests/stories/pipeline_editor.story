# A pipeline is edited as a draft that everybody who may shares: nobody overwrites anybody, and what
# a draft would do is known before it is published.

use office

as rob

GET /api/pipeline-drafts
-> 403

POST /api/pipelines
{"name": {"en": "Mine"}}
-> 403

as ann

POST /api/pipelines
{"name": {"en": "Partner sales", "zh": "渠道销售"}, "template_key": "b2c"}
-> 201
ETag: {{v1}}
{"pipeline_id": "{{partner}}", "exists": true, "published_version": 0, "faults": []}

# A draft may be unfit; every fault is named by its field, and it cannot be published so.

PUT /api/pipelines/{{partner}}/draft
If-Match: {{v1}}
{"key": "partner_sales", "name": {"en": "Partner <script>alert(1)</script>"},
 "stages": [
  {"key": "talk", "kind": "open", "name": {"en": ""}, "probability": 20,
   "exit_criteria": [{"key": "any", "kind": "any", "label": {"en": "Either"}}]},
  {"key": "won", "kind": "won", "name": {"en": "Won"}, "probability": 90}]}
-> 200
ETag: {{v2}}
{"faults": ["...", {"field": "stages[0].name", "code": "pipeline.name_missing"},
  {"field": "stages[0].exit_criteria[0]", "code": "pipeline.criterion_lacks"},
  {"field": "stages[1].probability"}, {"field": "stages"}]}

POST /api/pipelines/{{partner}}/publications
If-Match: {{v2}}
{"note": "Too soon"}
-> 400
{"code": "pipeline.invalid", "fields": ["...", {"field": "stages[0].name"}]}

PUT /api/pipelines/{{partner}}/draft
If-Match: {{v2}}
{"key": "partner_sales", "name": {"en": "Partner"}, "stages": [
  {"key": "talk", "kind": "open", "name": {"en": "Talk"}, "probability": 101}]}
-> 400
{"fields": [{"field": "stages[0].probability", "code": "field.out_of_range"}]}

PUT /api/pipelines/{{partner}}/draft
If-Match: {{v2}}
{"key": "partner_sales", "name": {"en": "Partner"}, "stages": [
  {"key": "talk", "kind": "open", "name": {"en": "Talk"}, "probability": 20},
  {"key": "offer", "kind": "open", "name": {"en": "Offer"}, "probability": 60},
  {"key": "won", "kind": "won", "name": {"en": "Won"}, "probability": 100},
  {"key": "lost", "kind": "lost", "name": {"en": "Lost"}, "probability": 0}]}
-> 200
ETag: {{v3}}
{"faults": []}

# Another tab still has the version before: it is told, with what is stored now.

PUT /api/pipelines/{{partner}}/draft
If-Match: {{v2}}
{"key": "partner_sales", "name": {"en": "Overwritten"}, "stages": []}
-> 412
{"current": {"version": 3, "definition": {"name": {"en": "Partner"}}}}

POST /api/pipelines/{{partner}}/publications
If-Match: {{v3}}
{"note": "Our partners sell differently"}
-> 200
{"version_number": 1, "stages": ["...", {"key": "talk", "id": "{{talk}}"},
  {"key": "offer", "id": "{{offer}}"}]}

as rob

POST /api/deals
{"name": "Through Globex", "pipeline_id": "{{partner}}"}
-> 201
{"id": "{{deal}}", "stage_id": "{{talk}}"}

# The next draft asks for more and gives a stage up.

as ann

GET /api/pipelines/{{partner}}/draft
-> 200
ETag: {{v4}}
{"exists": false, "base_version": 1}

PUT /api/pipelines/{{partner}}/draft
If-Match: {{v4}}
{"key": "partner_sales", "name": {"en": "Partner"}, "stages": [
  {"key": "talk", "kind": "open", "name": {"en": "Talk"}, "probability": 20,
   "standard": {"amount": 3, "unit": "business_days"},
   "exit_criteria": [{"key": "nda", "kind": "checklist", "label": {"en": "NDA signed"}}]},
  {"key": "offer", "kind": "open", "name": {"en": "Offer"}, "probability": 60},
  {"key": "won", "kind": "won", "name": {"en": "Won"}, "probability": 100},
  {"key": "lost", "kind": "lost", "name": {"en": "Lost"}, "probability": 0}]}
-> 200
ETag: {{v5}}
{"changes": [
  {"kind": "standard", "text": {"en": "“Talk”: standard time none → 3 business days",
                                "zh": "“Talk”：标准时长 无 → 3 个工作日"}},
  {"kind": "criterion_added", "text": {"en": "“Talk”: exit criterion “NDA signed” added"}}]}

GET /api/pipelines/{{partner}}/draft/effect
-> 200
{"exact": true, "deals": 1, "not_passing": 1, "stages": [
  {"stage_key": "talk", "held_back": 1, "criteria": [{"key": "nda", "deals": 1}],
   "not_passing_ids": ["{{deal}}"]}]}

GET /api/deals?id={{deal}}
-> 200
{"items": [{"id": "{{deal}}"}]}

PUT /api/pipelines/{{partner}}/draft
If-Match: {{v5}}
{"key": "partner_sales", "name": {"en": "Partner"}, "stages": [
  {"key": "offer", "kind": "open", "name": {"en": "Offer"}, "probability": 60},
  {"key": "won", "kind": "won", "name": {"en": "Won"}, "probability": 100},
  {"key": "lost", "kind": "lost", "name": {"en": "Lost"}, "probability": 0}]}
-> 200
ETag: {{v6}}
{"changes": [{"kind": "stage_removed"}]}

POST /api/pipelines/{{partner}}/publications
If-Match: {{v6}}
{}
-> 422
{"fields": [{"field": "moves.talk", "code": "pipeline.stage_needs_target"}]}

POST /api/pipelines/{{partner}}/publications
If-Match: {{v6}}
{"note": "One stage is enough", "moves": [{"from": "talk", "to": "offer"}]}
-> 200
{"version_number": 2}

GET /api/deals/{{deal}}
-> 200
{"stage_id": "{{offer}}"}

GET /api/deals/{{deal}}/timeline
-> 200
{"items": ["...", {"kind": "deal.moved", "data": {"from_stage_id": "{{talk}}"}}]}

# Everybody may read what the standard is, and was.

as rob

GET /api/pipelines/{{partner}}/versions
-> 200
{"items": [{"number": 2, "note": "One stage is enough", "published_by": {"id": "{{ann}}"},
            "changes": [{"kind": "stage_removed"}]},
           {"number": 1, "changes": []}]}

GET /api/pipelines/{{partner}}/versions/1
-> 200
{"stages": ["...", {"key": "talk", "id": "{{talk}}"}]}

GET /api/pipelines/{{partner}}/versions/3
-> 404

as ann

PUT /api/pipelines/{{partner}}/archived
If-Match: "2"
{"archived": true}
-> 422
{"code": "pipeline.has_open_deals"}
