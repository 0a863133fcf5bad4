// Clients that mean harm, or are broken: bodies that are too large, too deep or no JSON are refused
// and take no memory; those that are slow are cut, and nobody else notices.

import assert from "node:assert/strict";
import http from "node:http";
import net from "node:net";
import { after, before, test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database } from "../lib/database.mjs";
import { BINARY } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { set_up } from "../lib/workspace.mjs";

const GROWTH_BYTES_MAX = 16 * 1024 * 1024;
const ROUNDS = 3;
const AT_ONCE = 4;
const SLOW_CLIENTS = 40; // of each kind
const CUT_MS_MAX = 180_000; // nine times what is promised: patience with a busy machine

let database;
let server;
let client;

before(async () => {
  database = await create_database("sqlite");
  server = await Server.start(BINARY, database);
  client = new Client(server.port);
  await set_up(client);
});
after(async () => {
  client.close();
  await server.stop();
  await database.drop();
});

// Sends a body as it is until it is answered, and resolves with the status; `times` sends it again
// and again as one, `bytes` is a length that is only promised.
function status_of(body, { chunked = false, times = 1, bytes = body.length } = {}) {
  return new Promise((resolve, reject) => {
    const headers = { Cookie: client.cookies(), "Content-Type": "application/json" };
    if (!chunked) headers["Content-Length"] = bytes;
    const where = { host: "127.0.0.1", port: server.port, path: "/api/deals", method: "POST" };
    const request = http.request({ ...where, headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
      request.destroy();
    });
    // The server need not take what it has refused; what counts is the answer before.
    request.on("error", reject);
    const send = (left) => {
      // Between two writes the loop must turn, or an answer that is there is not read.
      if (left > 0) request.write(body, () => setImmediate(send, left - 1));
      else if (bytes === body.length) request.end();
    };
    send(times);
  });
}

const deal = (fields) => Buffer.from(`{"name":"Hostile"${fields}}`);
const members = (count, name) =>
  Array.from({ length: count }, (_, i) => `,"${name(i)}":1`).join("");

const bodies = {
  "100 MB by its length": [Buffer.alloc(65536, "x"), 413, { bytes: 100_000_000 }],
  "100 MB in chunks": [Buffer.alloc(100_000, "x"), 413, { chunked: true, times: 1000 }],
  "a million members": [deal(members(1_000_000, (i) => `k${i}`)), 413],
  "as many members as fit": [deal(members(90_000, (i) => `k${i}`)), 400],
  "the same member again and again": [deal(members(90_000, () => "name")), 400],
  "brackets 100,000 deep": [Buffer.from("[".repeat(100_000)), 400],
  "objects 100,000 deep": [Buffer.from('{"a":'.repeat(100_000)), 400],
  "text that is no UTF-8": [
    Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    400,
  ],
  "half a surrogate": [Buffer.from('{"name":"\\ud800"}'), 400],
  "a number beyond all bounds": [deal(',"amount":{"minor":1e400,"currency":"EUR"}'), 400],
  "a number of a million digits": [deal(`,"amount":{"minor":${"9".repeat(1_000_000)}}`), 400],
  "no JSON at all": [Buffer.from("\0\x01\x02"), 400],
};

test("hostile bodies are refused, and memory stays flat", async () => {
  const send_all = async () => {
    for (const [name, [body, status, wish]] of Object.entries(bodies)) {
      const answers = Array.from({ length: AT_ONCE }, () => status_of(body, wish));
      for (const answer of await Promise.all(answers)) assert.equal(answer, status, name);
    }
  };
  // The first rounds take what as many bodies at once need; later ones must take no more.
  for (let round = 0; round < ROUNDS; ++round) await send_all();
  const settled = server.resident_bytes();
  for (let round = 0; round < ROUNDS; ++round) await send_all();
  const growth = server.resident_bytes() - settled;
  assert.ok(growth <= GROWTH_BYTES_MAX, `memory grew by ${growth} bytes`);
  const list = await client.send_json("GET", "/api/deals");
  assert.deepEqual(list.json.items, [], "a hostile body made a deal");
  console.log(`# memory grew by ${Math.round(growth / 1024)} kB`);
});

// A connection that says `first` at once and `more` every second; resolves when it was cut.
function slow_client(first, more, reads) {
  return new Promise((resolve) => {
    const socket = net.connect(server.port, "127.0.0.1");
    if (reads) socket.resume();
    else socket.pause();
    socket.on("error", () => {});
    socket.write(first);
    const drip = setInterval(() => socket.write(more), 1000);
    // A paused socket does not notice that the other side is gone until it writes.
    socket.on("close", () => {
      clearInterval(drip);
      resolve();
    });
  });
}

test("slow clients are cut, and others are served meanwhile", async () => {
  const head = `Host: 127.0.0.1\r\nCookie: ${client.cookies()}\r\n`;
  const body = "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
  const question = `GET /api/pipelines HTTP/1.1\r\n${head}\r\n`;
  const kinds = [
    () => slow_client("GET /api/deals HTTP/1.1\r\nX-Slow: ", "x", true),
    () => slow_client(`POST /api/deals HTTP/1.1\r\n${head}${body}`, " ", true),
    // Asks for more than any buffer holds, and reads nothing of it.
    () => slow_client(question.repeat(3000), "", false),
  ];
  const cut = Promise.all(
    kinds.flatMap((begin) => Array.from({ length: SLOW_CLIENTS }, () => begin())),
  );
  let over = false;
  const late = new Promise((_, reject) => {
    const patience = setTimeout(() => reject(new Error("a slow client was kept")), CUT_MS_MAX);
    cut.then(() => {
      over = true;
      clearTimeout(patience);
    });
  });
  let served = 0;
  const serving = (async () => {
    while (!over) {
      assert.equal((await client.send({ target: "/api/deals" })).status, 200);
      ++served;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  await Promise.race([cut, late]);
  await serving;
  assert.ok(served > 0);
});
