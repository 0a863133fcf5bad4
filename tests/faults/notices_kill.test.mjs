// Kill -9 while people are told of what became theirs: afterwards each is told of each deal, once.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { Server } from "../lib/server.mjs";
import { add_person, set_up } from "../lib/workspace.mjs";

const BINARY = path.resolve(process.env.STAGECOACH_BINARY ?? "build/release/stagecoach");
const CYCLES = 8;
const WRITERS = 4;
const DEALS_MAX = 12; // of a writer in a cycle; all stay below what is kept of a person
const PATIENCE_MS = 20_000;

// Gives deals to the rep until the connection breaks; notes those that were acknowledged.
async function give_until_killed(client, rep, given) {
  for (let at = 0; at < DEALS_MAX; ++at) {
    try {
      const deal = { name: "Given", owner_id: rep };
      const answer = await client.send_json("POST", "/api/deals", deal);
      assert.equal(answer.status, 201, answer.text);
      given.push(answer.json.id);
    } catch (failure) {
      if (failure instanceof assert.AssertionError) throw failure;
      return;
    }
  }
}

async function told_of(client) {
  const deals = [];
  let cursor = "";
  do {
    const page = await client.send_json("GET", `/api/notices?limit=100${cursor}`);
    assert.equal(page.status, 200, page.text);
    for (const notice of page.json.items) deals.push(notice.deal.id);
    cursor = page.json.next_cursor ? `&cursor=${page.json.next_cursor}` : undefined;
  } while (cursor);
  return deals;
}

for (const engine of engines) {
  test(`each is told once over ${CYCLES} kills on ${engine}`, async () => {
    const database = await create_database(engine);
    const given = [];
    let server = await Server.start(BINARY, database);
    const owner = new Client(server.port);
    let rita;
    try {
      await set_up(owner);
      rita = await add_person(owner, server.port, {
        name: "Rita",
        email: "rita@example.com",
        role: "rep",
      });
      for (let cycle = 0; cycle < CYCLES; ++cycle) {
        const writers = Array.from({ length: WRITERS }, () =>
          give_until_killed(owner, rita.user.id, given),
        );
        await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 150));
        await server.kill();
        await Promise.all(writers);
        server = await Server.start(BINARY, database);
        owner.turn_to(server.port);
        rita.client.turn_to(server.port);
      }
      const until = Date.now() + PATIENCE_MS;
      let told;
      do {
        told = await told_of(rita.client);
      } while (Date.now() < until && !given.every((deal) => told.includes(deal)));
      assert.deepEqual(
        given.filter((deal) => !told.includes(deal)),
        [],
        "not told of",
      );
      assert.equal(new Set(told).size, told.length, "told twice");
      assert.ok(given.length > CYCLES, "the writers hardly wrote");
      await server.stop();
    } finally {
      owner.close();
      rita?.client.close();
      await server.kill();
      await database.drop();
    }
  });
}
