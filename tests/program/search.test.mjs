// Search over the API: a piece of Chinese text, accents, signs that mean something elsewhere, and
// nothing that the caller may not see.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { BINARY } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { add_person, set_up } from "../lib/workspace.mjs";

for (const engine of engines) {
  describe(engine, () => {
    let database;
    let server;
    let ann;
    let rob;

    before(async () => {
      database = await create_database(engine);
      server = await Server.start(BINARY, database);
      ann = new Client(server.port);
      await set_up(ann);
      rob = (
        await add_person(ann, server.port, { name: "Rob", email: "rob@example.com", role: "rep" })
      ).client;
      await add(ann, "deals", "上海智能制造升级项目");
      await add(ann, "deals", "Café Zürich – 100% renewal");
      await add(ann, "accounts", "北京远山科技有限公司");
      await add(ann, "contacts", "Zoë Müller");
      await add(rob, "deals", "智能仓库 of Rob");
    });
    after(async () => {
      ann.close();
      rob.close();
      await server.stop();
      await database.drop();
    });

    async function add(client, kind, name) {
      const answer = await client.send_json("POST", `/api/${kind}`, { name });
      assert.equal(answer.status, 201, answer.text);
    }

    // The titles that a caller finds, in alphabetical order.
    async function found(client, text) {
      const answer = await client.send_json("GET", `/api/search?q=${encodeURIComponent(text)}`);
      assert.equal(answer.status, 200, answer.text);
      return answer.json.items.map((item) => item.title).sort();
    }

    const cases = {
      "two characters within a word": ["制造", ["上海智能制造升级项目"]],
      "one character": ["仓", ["智能仓库 of Rob"]],
      "a piece that two have": ["智能", ["上海智能制造升级项目", "智能仓库 of Rob"]],
      "a company by its middle": ["远山科技", ["北京远山科技有限公司"]],
      "letters without their accents": ["cafe zurich", ["Café Zürich – 100% renewal"]],
      "accents in the question": ["ZOE MÜLLER", ["Zoë Müller"]],
      "a sign that is a wildcard elsewhere": ["100%", ["Café Zürich – 100% renewal"]],
      "a wildcard alone": ["_üll", []],
      "one character that is a wildcard elsewhere": ["%", ["Café Zürich – 100% renewal"]],
      "one character that nothing has": ["_", []],
      "one letter": ["ü", ["Café Zürich – 100% renewal", "Zoë Müller"]],
      "a quotation mark": ["'\"", []],
      "operators of a search engine": ["cafe OR zoe NOT*", []],
    };
    for (const [name, [text, titles]] of Object.entries(cases))
      test(name, async () => assert.deepEqual(await found(ann, text), titles));

    test("a rep finds his own alone", async () => {
      assert.deepEqual(await found(rob, "智能"), ["智能仓库 of Rob"]);
      assert.deepEqual(await found(rob, "远山"), []);
    });

    test("the lists find the same", async () => {
      const target = `/api/deals?q=${encodeURIComponent("制造升级")}`;
      const list = await ann.send_json("GET", target);
      assert.deepEqual(
        list.json.items.map((deal) => deal.name),
        ["上海智能制造升级项目"],
      );
      const robs = await rob.send_json("GET", target);
      assert.deepEqual(robs.json.items, []);
    });
  });
}
