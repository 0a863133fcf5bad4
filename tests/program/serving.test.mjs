// The server as a process: it ends in good order, keeps its figures to its own machine, and speaks
// TLS.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import http from "node:http";
import https from "node:https";
import { afterEach, beforeEach, test } from "node:test";

import { Client } from "../lib/client.mjs";
import { create_database } from "../lib/database.mjs";
import { Listener } from "../lib/live.mjs";
import { BINARY, run } from "../lib/program.mjs";
import { Server } from "../lib/server.mjs";
import { OWNER, set_up } from "../lib/workspace.mjs";

const DRAIN_MS = 25_000;
let database;

beforeEach(async () => (database = await create_database("sqlite")));
afterEach(() => database.drop());

// A request whose head the server has read, and whose body is to come.
async function begin_deal(client, name) {
  const body = Buffer.from(JSON.stringify({ name }));
  const where = { host: "127.0.0.1", port: client.port, method: "POST", path: "/api/deals" };
  const headers = {
    Cookie: client.cookies(),
    "Content-Type": "application/json",
    "Content-Length": body.length,
    Expect: "100-continue",
  };
  const request = http.request({ ...where, headers, agent: false });
  const answered = new Promise((resolve, reject) => {
    request.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode));
    });
    request.on("error", reject);
  });
  request.flushHeaders();
  await new Promise((resolve) => request.on("continue", resolve));
  request.write(body.subarray(0, 5));
  return { answered, finish: () => request.end(body.subarray(5)) };
}

async function until(is_so) {
  while (!(await is_so())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("SIGTERM lets a request in flight finish, ends streams and takes nothing new", async () => {
  let server = await Server.start(BINARY, database);
  const client = new Client(server.port);
  await set_up(client);
  const ear = await Listener.open(client);
  const deal = await begin_deal(client, "Begun before the end");
  client.close();
  const stopped = server.stop(DRAIN_MS);
  await ear.ended;
  await until(() => refuses_connections(server.port));
  deal.finish();
  assert.equal(await deal.answered, 201);
  await stopped;

  server = await Server.start(BINARY, database);
  const after = new Client(server.port);
  await after.send_json("POST", "/api/session", { email: OWNER.email, password: OWNER.password });
  const list = await after.send_json("GET", "/api/deals");
  assert.deepEqual(
    list.json.items.map((item) => item.name),
    ["Begun before the end"],
  );
  after.close();
  await server.stop();
});

function refuses_connections(port) {
  return new Promise((resolve) => {
    const request = http.get(
      { host: "127.0.0.1", port, path: "/healthz", agent: false },
      (answer) => {
        answer.resume();
        resolve(false);
      },
    );
    request.on("error", () => resolve(true));
  });
}

test("figures are for this machine, unless the operator says otherwise", async () => {
  const from_afar = { "X-Forwarded-For": "192.0.2.7" };
  for (const [args, status] of [
    [[], 404],
    [["--metrics", "everyone"], 200],
  ]) {
    const server = await Server.start(BINARY, database, { args });
    const client = new Client(server.port);
    assert.equal((await client.send({ target: "/metrics" })).status, 200);
    const afar = await client.send({ target: "/metrics", headers: from_afar });
    assert.equal(afar.status, status);
    client.close();
    await server.stop();
  }
});

function make_certificate(folder, name) {
  const files = ["-keyout", `${name}.key`, "-out", `${name}.pem`];
  const wish = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const subject = ["-subj", "/CN=localhost", "-days", "1"];
  execFileSync("openssl", [...wish, ...files, ...subject], { cwd: folder, stdio: "ignore" });
}

function ask_securely(port, path, body) {
  return new Promise((resolve, reject) => {
    const where = { host: "127.0.0.1", port, path, method: body ? "POST" : "GET" };
    const headers = body ? { "Content-Type": "application/json" } : {};
    const request = https.request({ ...where, headers, rejectUnauthorized: false, agent: false });
    request.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response));
    });
    request.on("error", reject);
    request.end(body);
  });
}

test("TLS by certificate: pages are kept to it, and cookies too", async () => {
  make_certificate(database.folder, "own");
  const args = ["--tls-certificate", "own.pem", "--tls-key", "own.key"];
  const server = await Server.start(BINARY, database, { args });
  const answer = await ask_securely(server.port, "/api/setup", JSON.stringify(OWNER));
  assert.equal(answer.statusCode, 201);
  const [cookie] = answer.headers["set-cookie"];
  assert.match(cookie, /^__Host-/);
  assert.match(cookie, /; Secure/);
  assert.match(cookie, /; HttpOnly/);
  assert.match(answer.headers["strict-transport-security"], /max-age=\d{7,}/);
  await server.stop();
});

test("a key that does not fit the certificate is refused in one sentence", async () => {
  make_certificate(database.folder, "own");
  make_certificate(database.folder, "other");
  const args = ["--tls-certificate", "own.pem", "--tls-key", "other.key"];
  const listen = ["serve", "--listen", "127.0.0.1:0", "--database", database.url];
  const said = await run([...listen, ...args], { folder: database.folder });
  assert.equal(said.code, 1);
  assert.match(said.errors, /^stagecoach: .*cannot use the TLS key other\.key.*$/);
});
