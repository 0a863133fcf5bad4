// PostgreSQL is restarted under writers who repeat with their key what got no answer: each key has
// one effect, and the same answer whenever it is asked again.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";

import { Client } from "../lib/client.mjs";
import { PostgresServer } from "../lib/postgres.mjs";
import { BINARY } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { set_up } from "../lib/workspace.mjs";

const WRITERS = 8;
const RESTARTS = 3;
const WRITES_BETWEEN = 60;

test("each key has one effect over restarts of PostgreSQL", async () => {
  const postgres = await PostgresServer.start();
  const folder = await mkdtemp(path.join(os.tmpdir(), "stagecoach-test-"));
  const server = await Server.start(BINARY, { url: postgres.url, folder });
  const client = new Client(server.port);
  const answers = new Map(); // key -> the answer to it
  let disturbed = 0;
  let stopping = false;
  try {
    await set_up(client);

    const create = (key) =>
      client.send_json("POST", "/api/deals", { name: key }, { "Idempotency-Key": key });

    // Repeats until there is an answer that settles it. 503: the server says that it does not know.
    async function create_surely(key) {
      for (;;) {
        const answer = await create(key);
        if (answer.status === 201) return answer;
        assert.equal(answer.status, 503, answer.text);
        ++disturbed;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }

    async function write(writer) {
      for (let i = 0; !stopping; ++i) {
        const key = `deal-${writer}-${i}`;
        answers.set(key, await create_surely(key));
      }
    }

    const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
    for (let restart = 0; restart < RESTARTS; ++restart) {
      const enough = answers.size + WRITES_BETWEEN;
      while (answers.size < enough) await new Promise((resolve) => setTimeout(resolve, 10));
      await postgres.restart();
    }
    const enough = answers.size + WRITES_BETWEEN;
    while (answers.size < enough) await new Promise((resolve) => setTimeout(resolve, 10));
    stopping = true;
    await Promise.all(writers);
    assert.ok(disturbed > 0, "the restarts disturbed nobody");

    const ids = new Set();
    for (const [key, answer] of answers) {
      ids.add(answer.json.id);
      assert.equal((await create(key)).text, answer.text, `another answer to ${key}`);
      const timeline = await client.send_json("GET", `/api/deals/${answer.json.id}/timeline`);
      assert.equal(timeline.json.items.length, 1, `the history of ${key}: ${timeline.text}`);
    }
    assert.equal(ids.size, answers.size, "two keys share a deal");
    assert.equal(await count_deals(client), answers.size, "a key had two effects");
    assert.equal((await client.send({ target: "/readyz" })).status, 200);
    console.log(`# ${answers.size} keys over ${RESTARTS} restarts, ${disturbed} repetitions`);
  } finally {
    stopping = true;
    client.close();
    await server.kill();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

async function count_deals(client) {
  let count = 0;
  for (let cursor = ""; cursor !== undefined;) {
    const page = await client.send_json("GET", `/api/deals?limit=200${cursor}`);
    assert.equal(page.status, 200, page.text);
    count += page.json.items.length;
    const next = page.json.next_cursor;
    cursor = next ? `&cursor=${encodeURIComponent(next)}` : undefined;
  }
  return count;
}
