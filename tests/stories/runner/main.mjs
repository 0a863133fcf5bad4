// node runner/main.mjs --binary FILE [PART-OF-A-NAME]: plays the stories, prints a line about each
// on each engine, and ends with "N passed, N failed".

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { create_database, engines } from "../../lib/database.mjs";
import { Server } from "../../lib/server.mjs";
import { Contract } from "./contract.mjs";
import { parse_story } from "./parse.mjs";
import { play } from "./play.mjs";

const FOLDER = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const BINARY = path.join(FOLDER, "../../build/release/stagecoach");

const { values, positionals } = parseArgs({
  options: { binary: { type: "string", default: BINARY } },
  allowPositionals: true,
});
const binary = path.resolve(values.binary);
const contract = new Contract(
  JSON.parse(execFileSync(binary, ["openapi"], { encoding: "utf8", maxBuffer: 64 << 20 })),
);

function read_shared(name) {
  const file = path.join(FOLDER, "shared", `${name}.steps`);
  return { path: path.relative(process.cwd(), file), text: readFileSync(file, "utf8") };
}

function read_story(name) {
  const file = path.join(FOLDER, name);
  return parse_story(path.relative(process.cwd(), file), readFileSync(file, "utf8"), read_shared);
}

// Returns how many requests the story made; throws what went wrong.
async function play_on(engine, steps) {
  const database = await create_database(engine);
  let server;
  try {
    server = await Server.start(binary, database);
    const requests = await play(steps, server.port, contract);
    await server.stop();
    return requests;
  } catch (error) {
    await server?.kill();
    throw new Error(`${error.message}\n    the server said:\n${server?.output() ?? ""}`);
  } finally {
    await database.drop();
  }
}

const stories = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".story"))
  .filter((name) => positionals.length === 0 || positionals.some((part) => name.includes(part)))
  .sort();
let passed = 0;
let failed = 0;
for (const name of stories) {
  for (const engine of engines) {
    const started = Date.now();
    try {
      const requests = await play_on(engine, read_story(name));
      console.log(
        `ok    ${engine.padEnd(8)} ${name}  ${requests} requests, ${Date.now() - started} ms`,
      );
      ++passed;
    } catch (error) {
      console.log(`FAIL  ${engine.padEnd(8)} ${name}\n${error.message}`);
      ++failed;
    }
  }
}
const unused = contract.unused();
if (positionals.length === 0 && unused.length > 0)
  console.log(`no story uses: ${unused.join(", ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
