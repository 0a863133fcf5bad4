// A fresh database for one test: a file in a temporary folder, or a PostgreSQL database of its own.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
let made = 0;

// What can be tested here; script/test sets STAGECOACH_TEST_POSTGRES, so there it is both.
export const engines = process.env.STAGECOACH_TEST_POSTGRES ? ["sqlite", "postgres"] : ["sqlite"];

// Resolves with {url, folder, drop()}; `folder` is a scratch folder that goes with the database.
export async function create_database(engine) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "stagecoach-test-"));
  const remove_folder = () => rm(folder, { recursive: true, force: true });
  if (engine === "sqlite")
    return { url: path.join(folder, "test.db"), folder, drop: remove_folder };
  const admin = process.env.STAGECOACH_TEST_POSTGRES;
  const name = `test_${process.pid}_${++made}`;
  await run("psql", [admin, "-qc", `CREATE DATABASE ${name}`]);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const drop = async () => {
    await run("psql", [admin, "-qc", `DROP DATABASE ${name} WITH (FORCE)`]);
    await remove_folder();
  };
  return { url: url.href, folder, drop };
}
