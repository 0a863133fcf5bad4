// Files sent to a deal that are larger than an operator allows, larger than they say, or never end:
// refused, and nothing of them is kept.

import assert from "node:assert/strict";
import http from "node:http";
import { after, before, describe, test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database, engines } from "../lib/database.mjs";
import { BINARY } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { set_up } from "../lib/workspace.mjs";

const FILE_BYTES_MAX = 64 * 1024;
const ALL_BYTES_MAX = 150 * 1024;

for (const engine of engines) {
  describe(engine, () => {
    let database;
    let server;
    let ann;
    let deal;

    before(async () => {
      database = await create_database(engine);
      const args = ["--attachment-bytes-max", String(FILE_BYTES_MAX)];
      args.push("--attachments-bytes-max", String(ALL_BYTES_MAX));
      server = await Server.start(BINARY, database, { args });
      ann = new Client(server.port);
      await set_up(ann);
      const made = await ann.send_json("POST", "/api/deals", { name: "Acme" });
      assert.equal(made.status, 201, made.text);
      deal = made.json.id;
    });
    after(async () => {
      ann.close();
      await server.stop();
      await database.drop();
    });

    const target = () => `/api/deals/${deal}/attachments?name=words.txt`;
    const headers = { "Content-Type": "application/octet-stream" };
    const attach = (body) => ann.send({ method: "POST", target: target(), headers, body });
    const sizes = async () =>
      (await ann.send_json("GET", `/api/deals/${deal}/attachments`)).json.items.map(
        (item) => item.size,
      );

    // Sends chunk after chunk without saying how many, until the server answers or hangs up.
    const send_without_end = () =>
      new Promise((resolve) => {
        const request = http.request({
          host: "127.0.0.1",
          port: server.port,
          method: "POST",
          path: target(),
          headers: { ...headers, Cookie: ann.cookies() },
          agent: false,
        });
        let over = false;
        const finish = (status) => {
          over = true;
          request.destroy();
          resolve(status);
        };
        request.on("response", (response) => finish(response.statusCode));
        request.on("error", () => finish("hung up"));
        const chunk = "x".repeat(16 * 1024);
        const more = () => {
          if (over) return;
          if (request.write(chunk)) setImmediate(more);
          else request.once("drain", more);
        };
        more();
      });

    test("a file within the limit is kept, one above it is not", async () => {
      assert.equal((await attach("w".repeat(FILE_BYTES_MAX))).status, 201);
      assert.equal((await attach("w".repeat(FILE_BYTES_MAX + 1))).status, 413);
      assert.deepEqual(await sizes(), [FILE_BYTES_MAX]);
    });

    test("a file that never ends is cut off", async () => {
      assert.ok([413, "hung up"].includes(await send_without_end()));
      assert.deepEqual(await sizes(), [FILE_BYTES_MAX]);
      assert.equal((await ann.send({ target: "/readyz" })).status, 200);
    });

    test("all files together keep within the room there is", async () => {
      assert.equal((await attach("v".repeat(FILE_BYTES_MAX))).status, 201);
      const refused = await attach("u".repeat(FILE_BYTES_MAX));
      assert.equal(refused.status, 422, refused.text);
      assert.equal(JSON.parse(refused.text).code, "attachment.no_room");
      assert.deepEqual(await sizes(), [FILE_BYTES_MAX, FILE_BYTES_MAX]);
    });
  });
}
