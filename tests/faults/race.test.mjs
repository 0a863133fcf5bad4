// Many clients at one deal: versions and keys keep every change, once.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { Server } from "../lib/server.mjs";
import { set_up } from "../lib/workspace.mjs";

const BINARY = path.resolve(process.env.STAGECOACH_BINARY ?? "build/release/stagecoach");
const WRITERS = 16;
const CHANGES_EACH = 8;

// Reads, changes, and reads again as long as somebody else was quicker. Returns how often.
async function change_until_saved(client, id, note) {
  for (let beaten = 0; ; ++beaten) {
    const deal = await client.send_json("GET", `/api/deals/${id}`);
    const answer = await client.send_json(
      "PATCH",
      `/api/deals/${id}`,
      { pains: `${deal.json.pains ?? ""}${note};` },
      { "If-Match": deal.headers.etag },
    );
    if (answer.status === 200) return beaten;
    assert.equal(answer.status, 412, answer.text);
  }
}

for (const engine of engines) {
  describe(engine, () => {
    let database;
    let server;
    let client;

    before(async () => {
      database = await create_database(engine);
      server = await Server.start(BINARY, database);
      client = new Client(server.port);
      await set_up(client);
    });
    after(async () => {
      client.close();
      await server.stop();
      await database.drop();
    });

    async function new_deal() {
      const answer = await client.send_json("POST", "/api/deals", { name: "Raced" });
      assert.equal(answer.status, 201, answer.text);
      return answer.json;
    }

    test("writers racing on one deal lose no change", async () => {
      const { id } = await new_deal();
      const notes = [];
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        let beaten = 0;
        for (let change = 0; change < CHANGES_EACH; ++change) {
          const note = `${writer}.${change}`;
          beaten += await change_until_saved(client, id, note);
          notes.push(note);
        }
        return beaten;
      });
      const beaten = (await Promise.all(writers)).reduce((sum, each) => sum + each, 0);
      assert.ok(beaten > 0, "the writers never met");
      const deal = await client.send_json("GET", `/api/deals/${id}`);
      const kept = deal.json.pains.split(";").filter(Boolean);
      assert.deepEqual(kept.sort(), notes.sort());
    });

    test("a change without the version it was made from is refused", async () => {
      const { id } = await new_deal();
      const blind = await client.send_json("PATCH", `/api/deals/${id}`, { pains: "x" });
      assert.equal(blind.status, 428, blind.text);
      const stale = await client.send_json(
        "PATCH",
        `/api/deals/${id}`,
        { pains: "x" },
        { "If-Match": '"999"' },
      );
      assert.equal(stale.status, 412, stale.text);
    });

    test("fifty requests with one key have one effect", async () => {
      const wish = { name: "Once" };
      const key = { "Idempotency-Key": `once-${engine}` };
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => client.send_json("POST", "/api/deals", wish, key)),
      );
      const made = answers.filter((answer) => answer.status === 201);
      // A request that came while the first was under way may be told so.
      assert.ok(made.length >= 1);
      assert.ok(answers.every((answer) => [201, 409].includes(answer.status)));
      assert.equal(new Set(made.map((answer) => answer.text)).size, 1, "the replays differ");
      const replay = await client.send_json("POST", "/api/deals", wish, key);
      assert.equal(replay.text, made[0].text);
      const other = await client.send_json("POST", "/api/deals", { name: "Other" }, key);
      assert.equal(other.status, 422, other.text);
    });
  });
}
