// Backups where things go wrong: under full write load, killed half-way, on a full disk. What has
// the name of a backup is whole, and holds every write that was acknowledged before it began.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { BINARY, run } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { set_up } from "../lib/workspace.mjs";

const WRITERS = 8;
const BACKUPS = Number(process.env.STAGECOACH_BACKUPS ?? 5);
const KILLS = Number(process.env.STAGECOACH_BACKUP_KILLS ?? 25);

function sql(file, text) {
  return execFileSync("sqlite3", [file, text], { encoding: "utf8" }).trim();
}

// Deals whose creation was acknowledged, in that order.
async function write_until(load, client, writer) {
  for (let i = 0; !load.enough; ++i) {
    const name = `deal ${writer}.${i}`;
    const answer = await client.send_json("POST", "/api/deals", { name });
    assert.equal(answer.status, 201, answer.text);
    load.acknowledged.push(name);
  }
}

// Whole, and every deal of it is what the journal says.
async function check(file, acknowledged) {
  const verified = await run(["verify", "--database", file]);
  assert.equal(verified.code, 0, verified.errors);
  const names = new Set(sql(file, "SELECT name FROM deals").split("\n"));
  const lost = acknowledged.filter((name) => !names.has(name));
  assert.deepEqual(lost, [], "acknowledged before the backup began, and not in it");
  const unexplained = sql(
    file,
    "SELECT (SELECT count(*) FROM deals) -" +
      " (SELECT count(*) FROM events WHERE kind = 'deal.created')",
  );
  assert.equal(unexplained, "0", "something half done is in it");
  return names.size;
}

for (const engine of engines)
  test(`${BACKUPS} backups under ${WRITERS} writers equal the ledger on ${engine}`, async () => {
    const database = await create_database(engine);
    const server = await Server.start(BINARY, database);
    const client = new Client(server.port);
    const load = { enough: false, acknowledged: [] };
    let deals = 0;
    try {
      await set_up(client);
      const writers = Array.from({ length: WRITERS }, (_, i) => write_until(load, client, i));
      for (let round = 0; round < BACKUPS; ++round) {
        while (load.acknowledged.length < (round + 1) * 20)
          await new Promise((resolve) => setTimeout(resolve, 5));
        const known = [...load.acknowledged];
        const file = path.join(database.folder, `copy${round}.db`);
        const made = await run(["backup", "--database", database.url, "--to", file]);
        assert.equal(made.code, 0, made.errors);
        const back = path.join(database.folder, `back${round}.db`);
        const restored = await run(["restore", file, "--database", back]);
        assert.equal(restored.code, 0, restored.errors);
        deals = await check(back, known);
      }
      load.enough = true;
      await Promise.all(writers);
      await server.stop();
    } finally {
      load.enough = true;
      client.close();
      await server.kill();
      await database.drop();
    }
    console.log(`# ${engine}: ${deals} of ${load.acknowledged.length} deals in the last backup`);
  });

for (const engine of engines)
  test(`${KILLS} killed backups leave nothing that looks like one on ${engine}`, async () => {
    const database = await create_database(engine);
    const demo = ["demo", "--deals", "400", "--database", database.url];
    assert.equal((await run(demo)).code, 0);
    const folder = path.join(database.folder, "kept");
    mkdirSync(folder);
    const args = ["backup", "--database", database.url, "--to", folder];
    const started = Date.now();
    assert.equal((await run(args)).code, 0);
    let whole_ms = Date.now() - started;
    let killed = 0;
    for (let tries = 0; killed < KILLS && tries < 4 * KILLS; ++tries) {
      const begun = Date.now();
      const child = spawn(BINARY, args, { stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * whole_ms));
      child.kill("SIGKILL");
      if ((await ended) === "SIGKILL") ++killed;
      else whole_ms = Math.min(whole_ms, Date.now() - begun); // quicker than the first was
    }
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".backup.db")))
      await check(path.join(folder, name), []);
    await new Promise((resolve) => setTimeout(resolve, 1000)); // a name of its own
    assert.equal((await run(args)).code, 0);
    const left = readdirSync(folder).filter((each) => /\.part(-journal)?$/.test(each));
    assert.deepEqual(left, [], "the next run cleans up");
    await database.drop();
    assert.ok(killed > KILLS / 3, `only ${killed} of ${KILLS} were killed in time`);
  });

const skip = process.getuid() === 0 ? false : "only root may mount a disk";

test("a backup that finds the disk full says so and leaves nothing", { skip }, async () => {
  const database = await create_database("sqlite");
  const demo = ["demo", "--deals", "800", "--database", database.url];
  assert.equal((await run(demo)).code, 0);
  const disk = path.join(database.folder, "disk");
  mkdirSync(disk);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]);
  try {
    const file = path.join(disk, "copy.db");
    const made = await run(["backup", "--database", database.url, "--to", file]);
    assert.notEqual(made.code, 0);
    assert.match(made.errors, /^stagecoach: [^\n]*full/);
    assert.deepEqual(readdirSync(disk), []);
    writeFileSync(path.join(disk, "ballast"), Buffer.alloc(1024 * 1024));
    const args = ["--backup-folder", disk];
    const server = await Server.start(BINARY, database, { args });
    const client = new Client(server.port);
    let metrics = "";
    while (!/^backup_failures [1-9]/m.test(metrics)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      metrics = (await client.send({ target: "/metrics" })).text;
    }
    assert.match(metrics, /^backup_newest_seconds 0$/m);
    assert.equal((await client.send({ target: "/readyz" })).status, 200, "it serves all the same");
    assert.deepEqual(readdirSync(disk), ["ballast"]);
    client.close();
    await server.stop();
  } finally {
    execFileSync("umount", [disk]);
    await database.drop();
  }
});
