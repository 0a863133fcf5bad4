// Live updates: everybody hears of what he may see, catches up after an absence, and hears nothing
// more once his session is over.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { Listener } from "../lib/live.mjs";
import { BINARY } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { add_person, set_up } from "../lib/workspace.mjs";

const MORE_THAN_A_BURST = 201; // what was missed is told as one reset from here on

for (const engine of engines) {
  describe(engine, () => {
    let database;
    let server;
    let ann;

    before(async () => {
      database = await create_database(engine);
      server = await Server.start(BINARY, database);
      ann = new Client(server.port);
      await set_up(ann);
    });
    after(async () => {
      ann.close();
      await server.stop();
      await database.drop();
    });

    // A rep who sees his own records only.
    const add_rep = (name) =>
      add_person(ann, server.port, {
        name,
        email: `${name}@example.com`,
        role: "rep",
      });

    async function new_deal(client, name) {
      const answer = await client.send_json("POST", "/api/deals", { name });
      assert.equal(answer.status, 201, answer.text);
      return answer.json.id;
    }

    const tells_of = (deal) => (event) =>
      event.data.subject_kind === "deal" && event.data.subject_id === deal;

    test("a change is heard by those who may see its record, and by nobody else", async () => {
      const rob = await add_rep("rob");
      const robs_ear = await Listener.open(rob.client);
      const anns_ear = await Listener.open(ann);
      const anns_deal = await new_deal(ann, "Not for Rob");
      const robs_deal = await new_deal(rob.client, "Rob's own");
      // Events come in order: once his own has come, the other would have come too.
      const heard = await robs_ear.hears(tells_of(robs_deal));
      assert.equal(heard.type, "change");
      assert.equal(heard.data.kind, "deal.created");
      assert.equal(heard.data.actor_id, rob.user.id);
      assert.ok(!robs_ear.events.some(tells_of(anns_deal)), "he heard of a deal he may not see");
      await anns_ear.hears(tells_of(anns_deal));
      await anns_ear.hears(tells_of(robs_deal));
      for (const each of [robs_ear, anns_ear, rob.client]) each.close();
    });

    test("that an account or a contact is gone is heard by those who saw it", async () => {
      const ron = await add_rep("ron");
      const mia = await add_rep("mia");
      const rons_ear = await Listener.open(ron.client);
      const mias_ear = await Listener.open(mia.client);
      for (const kind of ["account", "contact"]) {
        const made = await ron.client.send_json("POST", `/api/${kind}s`, { name: "Short-lived" });
        assert.equal(made.status, 201, made.text);
        const version = { "If-Match": `"${made.json.version}"` };
        const target = `/api/${kind}s/${made.json.id}`;
        const gone = await ron.client.send_json("DELETE", target, undefined, version);
        assert.ok(gone.status < 300, gone.text);
        const is_gone = ({ data }) =>
          data.kind === `${kind}.deleted` && data.subject_id === made.json.id;
        await rons_ear.hears(is_gone);
        await mias_ear.hears(tells_of(await new_deal(mia.client, "Later")));
        assert.ok(!mias_ear.events.some(is_gone), "a stranger heard of it");
      }
      for (const each of [rons_ear, mias_ear, ron.client, mia.client]) each.close();
    });

    test("who was away hears what he missed, of what he may see", async () => {
      const ray = await add_rep("ray");
      const ear = await Listener.open(ray.client);
      const first = await new_deal(ray.client, "Before");
      const last_heard = await ear.hears(tells_of(first));
      ear.close();
      const hidden = await new_deal(ann, "Hidden");
      const missed = await new_deal(ray.client, "Missed");
      const again = await Listener.open(ray.client, last_heard.id);
      await again.hears(tells_of(missed));
      assert.ok(!again.events.some(tells_of(first)), "he was told twice");
      assert.ok(!again.events.some(tells_of(hidden)), "the replay told of a hidden deal");
      again.close();
      ray.client.close();
    });

    test("who was away too long is told to load everything anew", async () => {
      const ear = await Listener.open(ann);
      const heard = await ear.hears(tells_of(await new_deal(ann, "Early")));
      ear.close();
      for (let i = 0; i < MORE_THAN_A_BURST; ++i) await new_deal(ann, `Many ${i}`);
      const again = await Listener.open(ann, heard.id);
      await again.hears((event) => event.type === "reset");
      again.close();
    });

    // Each ends the session behind an open stream, and nothing of it is left afterwards.
    const ends = {
      "signing out": async ({ client }) => {
        const answer = await client.send_json("DELETE", "/api/session");
        assert.equal(answer.status, 204, answer.text);
      },
      "being deactivated": ({ user }) => change_user(user, { active: false }),
      "being ended by an owner": async ({ user }) => {
        const answer = await ann.send_json("DELETE", `/api/users/${user.id}/sessions`);
        assert.equal(answer.status, 204, answer.text);
      },
      "a password set by a link": async ({ user }) => {
        const made = await ann.send_json("POST", `/api/users/${user.id}/sign-in-link`);
        assert.equal(made.status, 201, made.text);
        const elsewhere = new Client(server.port);
        const link = made.json.path.split("#")[1];
        const use = { link, password: "nine kettles of tea" };
        const used = await elsewhere.send_json("POST", "/api/sign-in-links/uses", use);
        assert.equal(used.status, 200, used.text);
        elsewhere.close();
      },
      "another password": ({ user }) => change_user(user, { password: "nine kettles of tea" }),
    };

    async function change_user(user, change) {
      const answer = await ann.send_json("PATCH", `/api/users/${user.id}`, change, {
        "If-Match": `"${user.version}"`,
      });
      assert.equal(answer.status, 200, answer.text);
    }

    for (const [name, end] of Object.entries(ends)) {
      test(`an open stream ends with ${name}`, async () => {
        const rep = await add_rep(`rep-${Object.keys(ends).indexOf(name)}`);
        const cookies = rep.client.cookies();
        const ear = await Listener.open(rep.client);
        await end(rep);
        await ear.ended;
        const headers = { Cookie: cookies };
        const answer = await rep.client.send({ target: "/api/live", headers });
        assert.equal(answer.status, 401, answer.text);
        rep.client.close();
      });
    }

    test("nobody listens without signing in", async () => {
      const stranger = new Client(server.port);
      assert.equal((await stranger.send({ target: "/api/live" })).status, 401);
      stranger.close();
    });
  });
}
