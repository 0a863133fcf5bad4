import assert from "node:assert/strict";
import test from "node:test";

import { differences, fill_json, fill_text } from "./match.mjs";

const none = [];
const compare = (expected, actual, captures = new Map()) => differences(expected, actual, captures);

test("an object needs the expected fields and may have others", () => {
  assert.deepEqual(compare({ a: 1 }, { a: 1, b: 2 }), none);
  assert.equal(compare({ a: 1 }, { a: 2 }).length, 1);
  assert.equal(compare({ a: 1 }, {}).length, 1);
  assert.equal(compare({ a: { b: 1 } }, { a: [1] }).length, 1);
});

test("a list matches as a whole, or holds something among others", () => {
  assert.deepEqual(compare([1, 2], [1, 2]), none);
  assert.equal(compare([1, 2], [2, 1]).length, 2);
  assert.equal(compare([1], [1, 2]).length, 1);
  assert.deepEqual(compare(["...", { id: 2 }], [{ id: 1 }, { id: 2, x: 3 }]), none);
  assert.equal(compare(["...", { id: 3 }], [{ id: 1 }]).length, 1);
});

test("a name captures once and holds afterwards", () => {
  const captures = new Map();
  assert.deepEqual(
    compare({ id: "{{deal}}", owner: "{{deal}}" }, { id: 7, owner: 7 }, captures),
    none,
  );
  assert.equal(captures.get("deal"), 7);
  assert.equal(compare("{{deal}}", 8, captures).length, 1);
  assert.equal(compare("{{other}}", null).length, 1);
});

test("a capture inside a list that did not match is forgotten", () => {
  const captures = new Map();
  const expected = ["...", { id: "{{id}}", name: "b" }];
  assert.deepEqual(
    compare(
      expected,
      [
        { id: 1, name: "a" },
        { id: 2, name: "b" },
      ],
      captures,
    ),
    none,
  );
  assert.equal(captures.get("id"), 2);
});

test("kinds and expressions", () => {
  assert.deepEqual(compare("{{number}}", 1.5), none);
  assert.equal(compare("{{number}}", "1.5").length, 1);
  assert.deepEqual(compare("{{time}}", "2026-01-31T08:00:00.000Z"), none);
  assert.equal(compare("{{time}}", "2026-01-31").length, 1);
  assert.deepEqual(compare("{{/^won/}}", "won back"), none);
  assert.equal(compare("{{/^won/}}", "not won").length, 1);
  assert.deepEqual(compare({ a: "{{absent}}", b: "{{null}}" }, { b: null }), none);
  assert.equal(compare({ a: "{{absent}}" }, { a: null }).length, 1);
});

test("requests are filled, and an unknown name is a mistake of the story", () => {
  const captures = new Map([["deal", 7]]);
  assert.equal(fill_text("/api/deals/{{deal}}", captures), "/api/deals/7");
  assert.deepEqual(fill_json({ id: "{{deal}}", text: "no {{deal}}" }, captures), {
    id: 7,
    text: "no 7",
  });
  assert.throws(() => fill_text("{{nobody}}", captures), /never captured/);
});
