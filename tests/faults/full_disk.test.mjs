// No space left for the database: writes are refused with 507, reads go on, and with space again
// writes do too, without a restart. Nothing that was acknowledged is lost.
//
// The database gets a small disk of its own, which only root may mount; elsewhere the full disk of
// tests/platform/db, which is cut off by page count there, has to do.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database } from "../lib/database.mjs";
import { BINARY, run } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { OWNER, set_up } from "../lib/workspace.mjs";

const DISK_MB = 8;
const BALLAST_BYTES = 3 * 1024 * 1024;
const WRITES_MAX = 2000;
const SPACE_TAKEN_UP_MS = 10_000;

// A mounted file system of DISK_MB with ballast in it; the ballast is space to be had again.
function small_disk(folder) {
  const place = path.join(folder, "disk");
  mkdirSync(place);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs", place]);
  const ballast = path.join(place, "ballast");
  writeFileSync(ballast, Buffer.alloc(BALLAST_BYTES, "b"));
  return {
    place,
    make_space: () => rmSync(ballast),
    unmount: () => execFileSync("umount", [place]),
  };
}

const skip = process.getuid() === 0 ? false : "only root may mount a disk";

test("a full disk refuses writes, answers reads, and loses nothing", { skip }, async () => {
  const whole = await create_database("sqlite");
  const disk = small_disk(whole.folder);
  const database = { ...whole, url: path.join(disk.place, "test.db") };
  let server = await Server.start(BINARY, database);
  const client = new Client(server.port);
  const acknowledged = new Map(); // key -> id
  const pains = "x".repeat(5000);

  async function create(key) {
    const wish = { name: key, pains };
    const answer = await client.send_json("POST", "/api/deals", wish, { "Idempotency-Key": key });
    if (answer.status === 201) acknowledged.set(key, answer.json.id);
    return answer;
  }

  async function check_all() {
    for (const [key, id] of acknowledged) {
      const deal = await client.send_json("GET", `/api/deals/${id}`);
      assert.equal(deal.status, 200, `acknowledged ${key} is lost: ${deal.text}`);
      assert.equal(deal.json.name, key);
    }
  }

  try {
    await set_up(client);
    let refused;
    for (let i = 0; i < WRITES_MAX && !refused; ++i) {
      const answer = await create(`deal-${i}`);
      if (answer.status !== 201) refused = { key: `deal-${i}`, answer };
    }
    assert.ok(refused, "the disk never got full");
    assert.equal(refused.answer.status, 507, refused.answer.text);
    assert.equal(refused.answer.json.code, "storage.disk_full");
    assert.equal((await create("once-more")).status, 507);
    assert.equal((await client.send({ target: "/readyz" })).status, 503);
    await check_all();

    disk.make_space();
    const until = Date.now() + SPACE_TAKEN_UP_MS;
    let answer = await create(refused.key);
    while (answer.status === 507 && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await create(refused.key);
    }
    assert.equal(answer.status, 201, answer.text);
    assert.equal((await client.send({ target: "/readyz" })).status, 200);
    await server.stop();

    server = await Server.start(BINARY, database);
    client.turn_to(server.port);
    await client.send_json("POST", "/api/session", {
      email: OWNER.email,
      password: OWNER.password,
    });
    await check_all();
    await server.stop();
    const verified = await run(["verify", "--database", database.url]);
    assert.equal(verified.code, 0, verified.errors);
    console.log(`# ${acknowledged.size} deals around a full disk, none lost`);
  } finally {
    client.close();
    await server.kill();
    disk.unmount();
    await whole.drop();
  }
});
