import assert from "node:assert/strict";
import test from "node:test";

import { Contract } from "./contract.mjs";

const json = (schema) => ({ content: { "application/json": { schema } } });
const document = {
  openapi: "3.1.0",
  paths: {
    "/api/deals/{id}": {
      parameters: [{ name: "id", in: "path" }],
      get: {
        responses: {
          200: json({ $ref: "#/components/schemas/Deal" }),
          default: { $ref: "#/components/responses/Problem" },
        },
      },
      put: {
        requestBody: json({ $ref: "#/components/schemas/Deal" }),
        responses: { 204: {} },
      },
    },
    "/api/deals/open": { get: { responses: { 200: json({ type: "array" }) } } },
  },
  components: {
    responses: {
      Problem: { content: { "application/problem+json": { schema: { type: "object" } } } },
    },
    schemas: {
      Deal: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "integer" }, name: { type: ["string", "null"] } },
      },
    },
  },
};

function faults(overrides) {
  return new Contract(document).faults({
    method: "GET",
    target: "/api/deals/7?x=1",
    status: 200,
    type: "application/json; charset=utf-8",
    json: { id: 7, name: null },
    ...overrides,
  });
}

test("an answer that keeps the promise has no fault", () => {
  assert.deepEqual(faults({}), []);
  assert.deepEqual(
    faults({ status: 404, type: "application/problem+json", json: { title: "Gone" } }),
    [],
  );
});

test("a wrong type, a missing field, a field too many, a wrong media type are faults", () => {
  assert.equal(faults({ json: { id: "7" } }).length, 1);
  assert.equal(faults({ json: {} }).length, 1);
  assert.match(faults({ json: { id: 7, secret: 1 } })[0], /secret/);
  assert.equal(faults({ type: "text/html", json: undefined }).length, 1);
});

test("a path, a status or a body that the document does not know is a fault", () => {
  assert.match(faults({ target: "/api/secrets" })[0], /undocumented/);
  assert.deepEqual(faults({ target: "/api/secrets", status: 404 }), []);
  assert.match(faults({ method: "PUT", status: 200 })[0], /undocumented/);
  assert.match(
    faults({ method: "PUT", status: 204, type: undefined, json: { id: 1 } })[0],
    /no body/,
  );
});

test("an accepted request is held to the document, a refused one is not", () => {
  const put = { method: "PUT", type: undefined, json: undefined };
  assert.equal(faults({ ...put, status: 204, sent: { id: "x" } }).length, 1);
  assert.deepEqual(faults({ ...put, status: 204, sent: { id: 1 } }), []);
});

test("a literal segment wins over a parameter, and what was never asked is listed", () => {
  const contract = new Contract(document);
  const open = { method: "GET", target: "/api/deals/open", status: 200, type: "application/json" };
  assert.deepEqual(contract.faults({ ...open, json: [] }), []);
  assert.deepEqual(contract.unused(), ["GET /api/deals/{id}", "PUT /api/deals/{id}"]);
});
