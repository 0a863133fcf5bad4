// A listener of /api/live: keeps what it heard, and lets a test wait for it.

import assert from "node:assert/strict";
import http from "node:http";

const WAIT_MS = 20_000;

export class Listener {
  events = []; // {id, type, data}
  ended; // resolves when the server closed the stream
  #response;
  #wake = () => {};

  // Connects with the cookies of `client`; `since` resumes after that event.
  static async open(client, since) {
    const headers = { Cookie: client.cookies() };
    if (since !== undefined) headers["Last-Event-ID"] = String(since);
    const where = { host: "127.0.0.1", port: client.port, path: "/api/live", agent: false };
    const response = await new Promise((resolve, reject) => {
      http.get({ ...where, headers }, resolve).on("error", reject);
    });
    assert.equal(response.statusCode, 200);
    const listener = new Listener();
    listener.#response = response;
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (chunk) => {
      const frames = (text + chunk).split("\n\n");
      text = frames.pop();
      listener.events.push(...frames.map(parsed).filter((event) => event.data !== ""));
      listener.#wake();
    });
    listener.ended = new Promise((resolve) => response.on("close", resolve).on("error", resolve));
    return listener;
  }

  // Resolves with the first event that `is_wanted` says yes to.
  async hears(is_wanted) {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const found = this.events.find(is_wanted);
      if (found) return found;
      assert.ok(
        Date.now() < until,
        `not heard: ${is_wanted}; heard ${JSON.stringify(this.events)}`,
      );
      await new Promise((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 500);
      });
    }
  }

  close() {
    this.#response.destroy();
  }
}

function parsed(frame) {
  const event = { id: 0, type: "", data: "" };
  for (const line of frame.split("\n")) {
    if (line.startsWith("id: ")) event.id = Number(line.slice(4));
    if (line.startsWith("event: ")) event.type = line.slice(7);
    if (line.startsWith("data: ")) event.data += line.slice(6);
  }
  if (event.data !== "") event.data = JSON.parse(event.data);
  return event;
}
