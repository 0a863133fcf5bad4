// docs/admin: its examples run as they stand and print what it says, and it knows every setting.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";

import { create_database, engines } from "../lib/database.mjs";
import { is_printed, run_examples } from "../lib/examples.mjs";
import { BINARY, run } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";

const GUIDE = path.resolve("docs/admin");
const page = (name) => path.join(GUIDE, `${name}.md`);

// A folder to run the examples of a page in: the settings name a database, set up or to be set up.
async function office({ is_set_up }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "stagecoach-test-"));
  writeFileSync(path.join(folder, "stagecoach.toml"), '[database]\nurl = "stagecoach.db"\n');
  if (is_set_up) {
    writeFileSync(path.join(folder, "password"), "four green lamps\n");
    const owner = ["--organization", "Blue Lake", "--name", "Ann", "--email", "ann@example.com"];
    const made = await run(["setup", ...owner, "--password-file", "password"], { folder });
    assert.equal(made.code, 0, made.errors);
  }
  return folder;
}

async function check(name, { is_set_up = true, environment = {} } = {}) {
  const folder = await office({ is_set_up });
  try {
    const search = `${path.dirname(BINARY)}:${process.env.PATH}`;
    const settings = { folder, environment: { ...environment, PATH: search } };
    const examples = await run_examples(page(name), settings);
    assert.ok(examples.length > 0, `${name} has no examples`);
    for (const { line, shown, printed } of examples)
      if (shown)
        assert.ok(
          is_printed(shown, printed),
          `${name}.md:${line} shows\n${shown.text}\nbut it is\n${printed}`,
        );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("installing: the first owner", () => check("README", { is_set_up: false }));
test("settings", () => check("configuration"));
test("backups", () => check("backup"));
test("a newer version", () => check("upgrade"));

const without_postgres = engines.includes("postgres") ? false : "no PostgreSQL to test with";
test("moving to PostgreSQL and back", { skip: without_postgres }, async () => {
  const database = await create_database("postgres");
  try {
    await check("postgresql", { environment: { STAGECOACH_TEST_POSTGRES: database.url } });
  } finally {
    await database.drop();
  }
});

test("monitoring", async () => {
  const database = await create_database("sqlite");
  const args = ["--backup-folder", path.join(database.folder, "backups")];
  const server = await Server.start(BINARY, database, { args });
  try {
    await check("monitoring", { environment: { STAGECOACH: `http://127.0.0.1:${server.port}` } });
  } finally {
    await server.kill();
    await database.drop();
  }
});

test("every setting is described, and none that is not there", async () => {
  const shown = await run(["config"], { folder: os.tmpdir() });
  const settings = new Set();
  let section;
  for (const line of shown.out.split("\n")) {
    section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section;
    const key = /^(\w+) = /.exec(line)?.[1];
    if (key) settings.add(`${section}.${key}`);
  }
  const rows = readFileSync(page("configuration"), "utf8")
    .split("\n")
    .filter((line) => /^\| `/.test(line));
  const described = rows.flatMap((row) =>
    [...row.split("|")[1].matchAll(/`([\w.]+)`/g)].map((match) => match[1]),
  );
  assert.deepEqual([...described].sort(), [...settings].sort());
});
