// The real server as a process of its own, on a free port of 127.0.0.1.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";

const READY_MS = 20_000;
const STOP_MS = 10_000;

export class Server {
  #process;
  #output = "";
  port;
  ready_after_ms;

  // `database` is what create_database() gave; `args` are added to the command. Rejects when the
  // server does not get ready.
  static async start(binary, database, { args = [] } = {}) {
    const server = new Server();
    server.port = await free_port();
    const started = Date.now();
    const listen = `127.0.0.1:${server.port}`;
    const command = ["serve", "--listen", listen, "--database", database.url, ...args];
    const is_secure = args.includes("--tls-certificate");
    server.#process = spawn(binary, command, {
      cwd: database.folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [server.#process.stdout, server.#process.stderr])
      stream.on("data", (chunk) => (server.#output = (server.#output + chunk).slice(-8000)));
    while (!(await answers_ready(server.port, is_secure))) {
      if (server.#has_ended() || Date.now() - started > READY_MS) {
        await server.kill();
        throw new Error(`the server did not get ready:\n${server.output()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    server.ready_after_ms = Date.now() - started;
    return server;
  }

  // Asks it to end as an operator would, and holds it to a clean end. `patience_ms` is more where
  // requests are under way.
  async stop(patience_ms = STOP_MS) {
    const patience = setTimeout(() => this.#process.kill("SIGKILL"), patience_ms);
    await this.#end_by("SIGTERM");
    clearTimeout(patience);
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== 0)
      throw new Error(`the server ended with ${signalCode ?? exitCode}:\n${this.output()}`);
  }

  // As if somebody pulled the plug.
  async kill() {
    await this.#end_by("SIGKILL");
  }

  get pid() {
    return this.#process.pid;
  }

  // Bytes of memory it holds now.
  resident_bytes() {
    const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)[1]) * 1024;
  }

  // The last of what it printed.
  output() {
    return this.#output;
  }

  #has_ended() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  async #end_by(signal) {
    if (this.#has_ended()) return;
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill(signal);
    await ended;
  }
}

function answers_ready(port, is_secure) {
  return new Promise((resolve) => {
    const where = { host: "127.0.0.1", port, path: "/readyz", agent: false };
    const { get } = is_secure ? https : http;
    const request = get({ ...where, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on("error", () => resolve(false));
  });
}

function free_port() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
