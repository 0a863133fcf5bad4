// A PostgreSQL server of one test's own, durable, that may be restarted under the feet of others.

import { execFile } from "node:child_process";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const is_root = process.getuid() === 0;

// initdb and postgres refuse to run as root; there they run as the packaged user postgres.
function as_postgres(program, args) {
  return is_root ? run("runuser", ["-u", "postgres", "--", program, ...args]) : run(program, args);
}

export class PostgresServer {
  #bin;
  #folder;
  #port;

  static async start() {
    const server = new PostgresServer();
    const versions = (await readdir("/usr/lib/postgresql")).map(Number).sort((a, b) => b - a);
    server.#bin = `/usr/lib/postgresql/${versions[0]}/bin`;
    server.#folder = await mkdtemp(path.join(os.tmpdir(), "stagecoach-postgres-"));
    if (is_root) {
      const { stdout } = await run("id", ["-u", "postgres"]);
      await chown(server.#folder, Number(stdout), 0);
    }
    const trust = ["-U", "stagecoach", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"];
    await as_postgres(`${server.#bin}/initdb`, ["-D", server.#data(), ...trust]);
    server.#port = await free_port();
    await server.#begin();
    return server;
  }

  get url() {
    return `postgresql://stagecoach@127.0.0.1:${this.#port}/postgres`;
  }

  // As after a crash: nobody is told, and what was not committed is gone.
  async restart() {
    await this.#control(["-m", "immediate", "stop"]);
    await this.#begin();
  }

  async stop() {
    await this.#control(["-m", "immediate", "stop"]);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #data() {
    return path.join(this.#folder, "data");
  }

  #begin() {
    const options =
      `-p ${this.#port} -c listen_addresses=127.0.0.1 ` +
      `-c unix_socket_directories=${this.#folder}`;
    const log = path.join(this.#folder, "server.log");
    return this.#control(["-l", log, "-w", "-t", "60", "-o", options, "start"]);
  }

  #control(args) {
    return as_postgres(`${this.#bin}/pg_ctl`, ["-D", this.#data(), ...args]);
  }
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
