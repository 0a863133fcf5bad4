import assert from "node:assert/strict";
import test from "node:test";

import { parse_story } from "./parse.mjs";

const parse = (text, shared = {}) =>
  parse_story("a.story", text, (name) => ({ path: `${name}.steps`, text: shared[name] }));

test("a request has headers, a body, a status and what is expected", () => {
  const [step] = parse(
    '# why\n\nPOST /api/deals\nIdempotency-Key: k\n{"name":\n "A"}\n' +
      '-> 201\nETag: {{etag}}\n{"id": 1}\n',
  );
  assert.equal(step.line, 3);
  assert.equal(step.method, "POST");
  assert.deepEqual(step.headers, [{ name: "Idempotency-Key", value: "k" }]);
  assert.deepEqual(step.json, { name: "A" });
  assert.deepEqual(step.expect.headers, [{ name: "ETag", value: "{{etag}}" }]);
  assert.deepEqual(step.expect.json, { id: 1 });
  assert.equal(step.expect.eventually, false);
});

test("lines of text make a body, ~> waits, use and as are steps", () => {
  const steps = parse("use office\n\nas ann\n\nPOST /api/imports\n| a,b\n|\n~> 202\n", {
    office: "GET /healthz\n-> 200\n",
  });
  assert.deepEqual(
    steps.map((step) => step.kind),
    ["request", "as", "request"],
  );
  assert.equal(steps[2].text, "a,b\n\n");
  assert.equal(steps[2].expect.eventually, true);
});

test("what is not a story is refused with its line", () => {
  assert.throws(() => parse("GET api\n-> 200\n"), /a\.story:1/);
  assert.throws(() => parse("GET /api\n"), /status/);
  assert.throws(() => parse("GET /api\n-> 200\n{nonsense\n"), /a\.story:3/);
  assert.throws(() => parse("as ann\nGET /api\n-> 200\n"), /a\.story:2/);
});
