// docs/api-guide.md: its examples run as they stand, and answer as it says.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { create_database } from "../lib/database.mjs";
import { is_printed, is_shown, run_examples, values_of } from "../lib/examples.mjs";
import { BINARY } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";

const GUIDE = path.resolve("docs/api-guide.md");
const SHOWN_MIN = 15;

test("the API guide is true, example by example", async () => {
  const database = await create_database("sqlite");
  const args = ["--backup-folder", path.join(database.folder, "backups")];
  const server = await Server.start(BINARY, database, { args });
  try {
    const environment = { STAGECOACH: `http://127.0.0.1:${server.port}` };
    const examples = await run_examples(GUIDE, { folder: database.folder, environment });
    let shown = 0;
    for (const example of examples) {
      if (!example.shown) continue;
      ++shown;
      const { text } = example.shown;
      const told = `${GUIDE}:${example.line} shows\n${text}\nbut it is\n${example.printed}`;
      assert.ok(is_printed(example.shown, example.printed), told);
    }
    assert.ok(shown >= SHOWN_MIN, `only ${shown} answers were looked at`);
  } finally {
    await server.kill();
    await database.drop();
  }
});

test("the comparison of examples can fail", () => {
  assert.ok(is_shown({ a: ["…"], b: "…" }, { a: [1], b: 2, c: 3 }));
  for (const wrong of [{ a: 2 }, { a: [1] }, { a: [] }, { b: 1 }, { a: [1, 3, "…"] }])
    assert.ok(!is_shown(wrong, { a: [1, 2] }), JSON.stringify(wrong));
  assert.deepEqual(values_of('{"a": 1}\n2\n["x",\n "y"]\n'), [{ a: 1 }, 2, ["x", "y"]]);
  assert.throws(() => values_of("1\nnonsense"));
  const text = { language: "text", text: "Made …: 2 (two).\n…" };
  assert.ok(is_printed(text, "Made x.db: 2 (two).\nmore\n"));
  for (const wrong of [
    "Made x.db: 3 (two).\nmore",
    "Made x.db: 2 (two).",
    "Made x: 2 (two).\na\nb",
  ])
    assert.ok(!is_printed(text, wrong), wrong);
});
