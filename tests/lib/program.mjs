// The program as a command line: runs it to its end.

import { execFile } from "node:child_process";
import path from "node:path";

export const BINARY = path.resolve(process.env.STAGECOACH_BINARY ?? "build/release/stagecoach");
const END_MS = 60_000;

// Resolves with {code, out, errors}: what it printed, without the log lines (JSON) among it.
export function run(args, { folder = ".", environment = {} } = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env };
    // Meant for the tests; the program would say that it does not use them.
    for (const name of Object.keys(process.env))
      if (name.startsWith("STAGECOACH_")) delete env[name];
    Object.assign(env, environment);
    const options = { cwd: folder, env, timeout: END_MS };
    const child = execFile(BINARY, args, options, (failure, out, errors) => {
      if (failure?.signal) reject(new Error(`${args.join(" ")} ended with ${failure.signal}`));
      else resolve({ code: failure ? failure.code : 0, out: said(out), errors: said(errors) });
    });
    child.stdin.end();
  });
}

function said(text) {
  const lines = text.split("\n").filter((line) => !line.startsWith('{"time"'));
  return lines.join("\n").trim();
}
