// One client of the API: keeps its cookies and connections, sends a request, returns the answer.

import http from "node:http";

const ANSWER_MS = 20_000;

export class Client {
  #cookies = new Map();
  #agent = new http.Agent({ keepAlive: true });
  port;

  constructor(port) {
    this.port = port;
  }

  // The server is elsewhere now (started again on another port); the cookies stay.
  turn_to(port) {
    this.close();
    this.port = port;
    this.#agent = new http.Agent({ keepAlive: true });
  }

  close() {
    this.#agent.destroy();
  }

  // Resolves with {status, headers, text}; headers have lower-case names. Rejects when the
  // connection broke.
  send({ method = "GET", target, headers = {}, body }) {
    const all = { ...headers };
    if (this.#cookies.size > 0 && !has(headers, "cookie")) all.Cookie = this.cookies();
    if (body !== undefined) all["Content-Length"] = Buffer.byteLength(body);
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: "127.0.0.1",
          port: this.port,
          method,
          path: target,
          headers: all,
          agent: this.#agent,
        },
        (response) => {
          const chunks = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            this.#keep_cookies(response.headers["set-cookie"] ?? []);
            resolve({
              status: response.statusCode,
              headers: response.headers,
              text: Buffer.concat(chunks).toString("utf8"),
            });
          });
        },
      );
      request.setTimeout(ANSWER_MS, () => request.destroy(new Error("no answer within 20 s")));
      request.on("error", reject);
      request.end(body);
    });
  }

  // Sends JSON, and gives the answer's JSON as `json` (undefined where there is none).
  async send_json(method, target, value, headers = {}) {
    const body = value === undefined ? undefined : JSON.stringify(value);
    const type = body === undefined ? {} : { "Content-Type": "application/json" };
    const answer = await this.send({ method, target, headers: { ...type, ...headers }, body });
    const is_json = /[/+]json/.test(answer.headers["content-type"] ?? "") && answer.text !== "";
    return { ...answer, json: is_json ? JSON.parse(answer.text) : undefined };
  }

  // As the Cookie header holds them.
  cookies() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #keep_cookies(lines) {
    for (const line of lines) {
      const [pair, ...attributes] = line.split(";").map((part) => part.trim());
      const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      const dead = attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || value === "";
      if (dead) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

export function has(headers, name) {
  return Object.keys(headers).some((key) => key.toLowerCase() === name);
}
