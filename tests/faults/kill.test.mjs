// Kill -9 under sixteen writers: whatever was acknowledged is there afterwards, once, together with
// the event that explains it; whatever was not may be sent again with its key and happens once.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { Server } from "../lib/server.mjs";
import { set_up } from "../lib/workspace.mjs";

const BINARY = path.resolve(process.env.STAGECOACH_BINARY ?? "build/release/stagecoach");
const CYCLES = Number(process.env.STAGECOACH_KILL_CYCLES ?? 40);
const WRITERS = 16;
const READY_MS_MAX = 5000;

// What the clients know: acknowledged deals by key, and keys whose answer never came.
class Ledger {
  acknowledged = new Map(); // key -> deal id
  unknown = new Set();
  #last = 0;

  next_key() {
    return `deal-${++this.#last}`;
  }
}

async function create_deal(client, key) {
  const deal = { name: `Deal ${key}`, amount: { minor: 125_000, currency: "EUR" } };
  return client.send_json("POST", "/api/deals", deal, { "Idempotency-Key": key });
}

// Writes until the connection breaks. Any answer but 201 is a fault.
async function write_until_killed(client, ledger) {
  for (;;) {
    const key = ledger.next_key();
    let answer;
    try {
      answer = await create_deal(client, key);
    } catch {
      ledger.unknown.add(key);
      return;
    }
    assert.equal(answer.status, 201, answer.text);
    ledger.acknowledged.set(key, answer.json.id);
  }
}

async function kill_under_load(server, client, ledger) {
  const writers = Array.from({ length: WRITERS }, () => write_until_killed(client, ledger));
  await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 160));
  await server.kill();
  await Promise.all(writers);
}

// Sends what got no answer once more, then twice: one effect, the same answer.
async function settle(client, ledger) {
  for (const key of ledger.unknown) {
    const first = await create_deal(client, key);
    assert.equal(first.status, 201, first.text);
    const again = await create_deal(client, key);
    assert.equal(again.json.id, first.json.id, "a retry with the same key made a second deal");
    ledger.acknowledged.set(key, first.json.id);
  }
  ledger.unknown.clear();
}

// Each deal of `keys` is there under its name, and the journal says once that it was created.
async function check_deals(client, ledger, keys) {
  for (const key of keys) {
    const id = ledger.acknowledged.get(key);
    const deal = await client.send_json("GET", `/api/deals/${id}`);
    assert.equal(deal.status, 200, `acknowledged ${key} is lost: ${deal.text}`);
    assert.equal(deal.json.name, `Deal ${key}`);
    const timeline = await client.send_json("GET", `/api/deals/${id}/timeline`);
    assert.equal(timeline.json.items.length, 1, `the history of ${key}: ${timeline.text}`);
  }
}

async function count_deals(client) {
  let count = 0;
  let cursor = "";
  do {
    const page = await client.send_json("GET", `/api/deals?limit=200${cursor}`);
    assert.equal(page.status, 200, page.text);
    count += page.json.items.length;
    cursor = page.json.next_cursor
      ? `&cursor=${encodeURIComponent(page.json.next_cursor)}`
      : undefined;
  } while (cursor);
  return count;
}

for (const engine of engines) {
  test(`nothing acknowledged is lost in ${CYCLES} kills on ${engine}`, async () => {
    const database = await create_database(engine);
    const ledger = new Ledger();
    let server = await Server.start(BINARY, database);
    const client = new Client(server.port);
    try {
      await set_up(client);
      for (let cycle = 0; cycle < CYCLES; ++cycle) {
        const known = new Set(ledger.acknowledged.keys());
        await kill_under_load(server, client, ledger);
        server = await Server.start(BINARY, database);
        assert.ok(server.ready_after_ms <= READY_MS_MAX, `ready after ${server.ready_after_ms} ms`);
        client.turn_to(server.port);
        await settle(client, ledger);
        const fresh = [...ledger.acknowledged.keys()].filter((key) => !known.has(key));
        await check_deals(client, ledger, fresh);
      }
      assert.ok(ledger.acknowledged.size > CYCLES, "the writers hardly wrote");
      assert.equal(await count_deals(client), ledger.acknowledged.size, "a write happened twice");
      await server.stop();
    } finally {
      client.close();
      await server.kill();
      await database.drop();
    }
    console.log(`# ${engine}: ${ledger.acknowledged.size} deals over ${CYCLES} kills, none lost`);
  });
}
