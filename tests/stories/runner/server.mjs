// A fresh server on a fresh database, for one story.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const READY_MS = 20_000;
const STOP_MS = 10_000;
const run = promisify(execFile);

export class Server {
  #process;
  #folder;
  #drop_database = async () => {};
  #output = "";
  port;

  // `engine` is "sqlite" or "postgres"; the latter needs STAGECOACH_TEST_POSTGRES.
  static async start(binary, engine) {
    const server = new Server();
    server.#folder = await mkdtemp(path.join(os.tmpdir(), "stagecoach-story-"));
    const database =
      engine === "sqlite"
        ? path.join(server.#folder, "story.db")
        : await server.#create_postgres_database();
    server.port = await free_port();
    const listen = `127.0.0.1:${server.port}`;
    server.#process = spawn(binary, ["serve", "--listen", listen, "--database", database], {
      cwd: server.#folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [server.#process.stdout, server.#process.stderr])
      stream.on("data", (chunk) => (server.#output += chunk));
    try {
      await server.#wait_until_ready();
    } catch (error) {
      await server.stop().catch(() => {});
      throw error;
    }
    return server;
  }

  // Asks it to end as an operator would, and holds it to that.
  async stop() {
    const process = this.#process;
    if (process.exitCode === null && process.signalCode === null) {
      const ended = new Promise((resolve) => process.once("exit", resolve));
      process.kill("SIGTERM");
      const patience = setTimeout(() => process.kill("SIGKILL"), STOP_MS);
      await ended;
      clearTimeout(patience);
    }
    await this.#drop_database();
    await rm(this.#folder, { recursive: true, force: true });
    if (process.exitCode !== 0)
      throw new Error(
        `the server ended with ${process.signalCode ?? process.exitCode}:\n${this.output()}`,
      );
  }

  output() {
    return this.#output.slice(-8000);
  }

  async #wait_until_ready() {
    const deadline = Date.now() + READY_MS;
    while (!(await answers_ready(this.port))) {
      if (this.#process.exitCode !== null || Date.now() > deadline)
        throw new Error(`the server did not get ready:\n${this.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #create_postgres_database() {
    const admin = process.env.STAGECOACH_TEST_POSTGRES;
    const name = `story_${process.pid}_${Date.now()}`;
    await run("psql", [admin, "-qc", `CREATE DATABASE ${name}`]);
    this.#drop_database = () =>
      run("psql", [admin, "-qc", `DROP DATABASE ${name} WITH (FORCE)`]).then(() => {});
    const url = new URL(admin);
    url.pathname = `/${name}`;
    return url.href;
  }
}

function answers_ready(port) {
  return new Promise((resolve) => {
    const request = http.get(
      { host: "127.0.0.1", port, path: "/readyz", agent: false },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      },
    );
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
