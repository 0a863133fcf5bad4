// One client of the API: keeps its cookies, sends a request, returns the answer.

import http from "node:http";

export class Client {
  #cookies = new Map();
  #port;

  constructor(port) {
    this.#port = port;
  }

  // Resolves with {status, headers, text}; headers have lower-case names.
  send({ method, target, headers, body }) {
    const all = { ...headers };
    if (this.#cookies.size > 0 && !has(headers, "cookie"))
      all.Cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (body !== undefined) all["Content-Length"] = Buffer.byteLength(body);
    return new Promise((resolve, reject) => {
      const request = http.request(
        { host: "127.0.0.1", port: this.#port, method, path: target, headers: all, agent: false },
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
      request.setTimeout(20_000, () => request.destroy(new Error("no answer within 20 s")));
      request.on("error", reject);
      request.end(body);
    });
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
