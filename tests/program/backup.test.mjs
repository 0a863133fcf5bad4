// Backups as an operator makes them: what the program says, what it leaves on disk, and what comes
// back, on both engines and from one to the other.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { BINARY, run } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { OWNER, set_up } from "../lib/workspace.mjs";

const NAME = /^\w+-\d{8}-\d{6}Z\.backup\.db$/;

async function say(database, args) {
  return run([...args, "--database", database.url], { folder: database.folder });
}

// Exit code 2 and one sentence that says why.
async function refuses(database, args, sentence) {
  const said = await say(database, args);
  assert.equal(said.code, 2, `${said.out}${said.errors}`);
  assert.match(said.errors, sentence);
  assert.equal(said.errors.split("\n").length, 1, said.errors);
  assert.equal(said.out, "");
}

async function until(is_so) {
  while (!(await is_so())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function sign_in(client) {
  const { email, password } = OWNER;
  const answer = await client.send_json("POST", "/api/session", { email, password });
  assert.equal(answer.status, 200, answer.text);
}

async function deal_names(client) {
  const list = await client.send_json("GET", "/api/deals");
  assert.equal(list.status, 200, list.text);
  return list.json.items.map((item) => item.name).sort();
}

for (const engine of engines)
  for (const target of engines)
    test(`a backup of ${engine} made under a running server is served by ${target}`, async () => {
      const database = await create_database(engine);
      const other = await create_database(target);
      let server = await Server.start(BINARY, database);
      const client = new Client(server.port);
      try {
        await set_up(client);
        await client.send_json("POST", "/api/deals", { name: "Before 之前" });
        const made = await say(database, ["backup", "--to", "copy.db"]);
        assert.equal(made.code, 0, made.errors);
        assert.match(made.out, /^Backed up to copy\.db: [\d.]+ MB, \d+ events, verified\.$/);
        await client.send_json("POST", "/api/deals", { name: "After" });
        assert.deepEqual(await deal_names(client), ["After", "Before 之前"]);
        await refuses(database, ["restore", "copy.db", "--force"], /Stop that process first/);
        await server.stop();

        const file = path.join(database.folder, "copy.db");
        const back = await say(other, ["restore", file]);
        assert.equal(back.code, 0, back.errors);
        assert.match(back.out, /sign in again/);
        await refuses(other, ["restore", file], /already.*--force/);
        const verified = await say(other, ["verify"]);
        assert.equal(verified.code, 0, verified.errors);
        server = await Server.start(BINARY, other);
        client.turn_to(server.port);
        const unknown = await client.send_json("GET", "/api/deals");
        assert.equal(unknown.status, 401, "a session came back to life");
        await sign_in(client);
        assert.deepEqual(await deal_names(client), ["Before 之前"]);
        await client.send_json("POST", "/api/deals", { name: "Later" });
        await server.stop();

        const forced = await say(other, ["restore", file, "--force"]);
        assert.equal(forced.code, 0, forced.errors);
        assert.match(forced.out, /kept as .*before_\d{8}_\d{6}\.$/);
        server = await Server.start(BINARY, other);
        client.turn_to(server.port);
        await sign_in(client);
        assert.deepEqual(await deal_names(client), ["Before 之前"]);
        await server.stop();
      } finally {
        client.close();
        await server.kill();
        await database.drop();
        await other.drop();
      }
    });

test("the server makes a backup when it starts, and one more when its owner asks", async () => {
  const database = await create_database("sqlite");
  const folder = path.join(database.folder, "kept");
  const args = ["--backup-folder", folder, "--backup-at", "03:15"];
  const server = await Server.start(BINARY, database, { args });
  const client = new Client(server.port);
  try {
    const files = () => readdirSync(database.folder).includes("kept") && readdirSync(folder);
    await until(() => files() && files().length === 1 && NAME.test(files()[0]));
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(path.join(folder, files()[0])).mode & 0o777, 0o600);
    await set_up(client);
    // A second later, so that it has a name of its own.
    await until(async () => {
      const { json } = await client.send_json("GET", "/api/backups");
      return !json.running && Date.now() - Date.parse(json.items[0].made_at) > 1000;
    });
    const key = { "Idempotency-Key": "once" };
    const asked = await client.send_json("POST", "/api/backups", undefined, key);
    assert.equal(asked.status, 202, asked.text);
    assert.equal(asked.json.running, true);
    let state;
    await until(async () => {
      state = (await client.send_json("GET", "/api/backups")).json;
      return !state.running;
    });
    assert.equal(state.items.length, 2);
    assert.ok(state.items.every((item) => NAME.test(item.name) && item.verified && item.bytes > 0));
    const again = await client.send_json("POST", "/api/backups", undefined, key);
    assert.equal(again.headers["idempotency-replayed"], "true");
    assert.equal((await client.send_json("GET", "/api/backups")).json.running, false);
    const metrics = (await client.send({ target: "/metrics" })).text;
    assert.match(metrics, /^backup_newest_seconds [1-9]/m);
    assert.match(metrics, /^backup_failures 0$/m);

    const listed = await run(["backup", "--list", ...args, "--database", database.url]);
    assert.equal(listed.code, 0, listed.errors);
    assert.equal(listed.out.split("\n").length, 2);
    truncateSync(path.join(folder, state.items[1].name), 100);
    const now = await client.send_json("GET", "/api/backups");
    assert.deepEqual(
      now.json.items.map((item) => item.verified),
      [true, false],
    );
    await server.stop();
  } finally {
    client.close();
    await server.kill();
    await database.drop();
  }
});

test("refuses what is no backup, in one sentence each", async () => {
  const database = await create_database("sqlite");
  const place = (name) => path.join(database.folder, name);
  const made = await run(["backup", "--database", "none.db", "--to", "x.db"]);
  assert.equal(made.code, 2);
  assert.match(made.errors, /^stagecoach: There is no workspace at none\.db\.$/);
  const setup = ["setup", "--organization", "Blue Lake", "--name", "Ann", "--email"];
  writeFileSync(place("password"), "a long and quiet lake\n");
  await say(database, [...setup, "ann@example.com", "--password-file", "password"]);
  await refuses(database, ["backup"], /--to.*backup\.folder/);
  await refuses(database, ["backup", "--to", "no/"], /no folder no\//);
  await refuses(
    database,
    ["backup", "--to", "no/where.db"],
    /no\/where\.db\.part cannot be written/,
  );
  await say(database, ["backup", "--to", "copy.db"]);
  await refuses(database, ["backup", "--to", "copy.db"], /copy\.db already/);
  await refuses(database, ["restore", "nowhere.db"], /no file nowhere\.db/);
  writeFileSync(place("letter.db"), "Dear Ann,\n".repeat(100));
  await refuses(database, ["restore", "letter.db"], /letter\.db is not a backup/);
  execFileSync("sqlite3", [place("songs.db"), "CREATE TABLE songs (title TEXT)"]);
  await refuses(database, ["restore", "songs.db"], /songs\.db is not a backup/);
  execFileSync("sqlite3", [
    place("copy.db"),
    "INSERT INTO schema_migrations SELECT version + 1, 'later', checksum, applied_at" +
      " FROM schema_migrations ORDER BY version DESC LIMIT 1",
  ]);
  await refuses(database, ["restore", "copy.db"], /newer program/);
  mkdirSync(place("folder"));
  const listed = await say(database, ["backup", "--list", "--to", "folder"]);
  assert.equal(listed.out, "There is no backup in folder.");
  await database.drop();
});
