// A real server per test file: the built binary on a fresh SQLite file, serving the built pages.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function binary(): string {
  const candidates = [
    process.env.STAGECOACH_BINARY ?? "",
    join(root, "build/release/stagecoach"),
    join(root, "build/dev/stagecoach"),
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error("No stagecoach binary: build it, or name it in STAGECOACH_BINARY.");
  return found;
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

export interface Server {
  url: string;
  // Goes away, and comes back at the same place with the same data.
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  stop: () => Promise<void>;
}

async function run(url: string, folder: string): Promise<() => Promise<void>> {
  const arguments_ = [
    "serve",
    "--listen",
    new URL(url).host,
    "--database",
    join(folder, "e2e.db"),
    "--web",
    join(root, "web/dist"),
    "--backup-folder",
    join(folder, "backups"),
    "--log-level",
    "warning",
  ];
  const child: ChildProcess = spawn(binary(), arguments_, {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (let tries = 0; ; ++tries) {
    const ready = await fetch(`${url}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (ready) break;
    if (child.exitCode !== null || tries > 300)
      throw new Error(`The server did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return async () => {
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(killer);
  };
}

export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "stagecoach-e2e-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  let end = await run(url, folder);
  return {
    url,
    pause: () => end(),
    resume: async () => {
      end = await run(url, folder);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
