# Files of a deal: named safely, typed by their content, handed out as bytes to those who see the deal.

use office

as rob

POST /api/deals
{"name": "Acme"}
-> 201
{"id": "{{deal}}"}

POST /api/deals/{{deal}}/attachments?name=..%2F..%2Foffer%20%E6%8A%A5%E4%BB%B7.txt
Content-Type: application/octet-stream
| Our offer
-> 201
{"id": "{{offer}}", "version": 1, "name": "offer 报价.txt", "media_type": "text/plain",
 "size": "{{number}}", "uploaded_by": "{{rob}}"}

POST /api/deals/{{deal}}/attachments?name=photo.png
Content-Type: image/png
| <html><script>alert(1)</script></html>
-> 422

POST /api/deals/{{deal}}/attachments?name=setup.exe
Content-Type: application/octet-stream
| MZ
-> 422

GET /api/attachments/{{offer}}/content
-> 200
Content-Type: application/octet-stream
Content-Disposition: {{/^attachment; /}}
Content-Security-Policy: {{/sandbox/}}
X-Content-Type-Options: nosniff

GET /api/deals/{{deal}}/timeline?kinds=files
-> 200
{"items": [{"kind": "attachment.added", "summary": "File added: offer 报价.txt"}]}

# Who sees deals may read them and change nothing; who sees only his own does not learn of it.

as vera

GET /api/attachments/{{offer}}/content
-> 200

DELETE /api/attachments/{{offer}}
If-Match: "1"
-> 403

POST /api/deals/{{deal}}/attachments?name=mine.txt
Content-Type: application/octet-stream
| Mine
-> 403

as ann

POST /api/deals
{"name": "Hers"}
-> 201
{"id": "{{hers}}"}

POST /api/deals/{{hers}}/attachments?name=secret.txt
Content-Type: application/octet-stream
| Secret
-> 201
{"id": "{{secret}}"}

as rob

GET /api/attachments/{{secret}}/content
-> 404

GET /api/deals/{{hers}}/attachments
-> 404

POST /api/deals/{{hers}}/attachments?name=mine.txt
Content-Type: application/octet-stream
| Mine
-> 404

DELETE /api/attachments/{{offer}}
If-Match: "1"
-> 204

GET /api/attachments/{{offer}}/content
-> 404

POST /api/attachments/{{offer}}/restorations
If-Match: "2"
-> 200
{"id": "{{offer}}", "version": 3}
