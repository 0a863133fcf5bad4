// What the program says on the command line: what it did, or in one sentence why it did not.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { run } from "../lib/program.mjs";

const OWNER = ["--organization", "Blue Lake", "--name", "Ann", "--email", "ann@example.com"];
let folder;

const place = (name) => path.join(folder, name);
const say = (args, environment) => run(args, { folder, environment });

function sql(file, text) {
  execFileSync("sqlite3", [place(file), text]);
}

// Exit code 2, one sentence of its own on standard error, nothing on standard output.
async function refuses(args, sentence, environment) {
  const said = await say(args, environment);
  assert.equal(said.code, 2, `${said.out}${said.errors}`);
  assert.match(said.errors, sentence);
  assert.match(said.errors, /^stagecoach: /);
  assert.equal(said.errors.split("\n").length, 1, said.errors);
  assert.doesNotMatch(said.errors, /std::|exception/);
  assert.equal(said.out, "");
}

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "stagecoach-test-"));
  writeFileSync(place("password"), "a long and quiet lake\n");
  writeFileSync(place("weak"), "password\n");
  const made = await say([
    "setup",
    "--database",
    "whole.db",
    ...OWNER,
    "--password-file",
    "password",
  ]);
  assert.deepEqual(made, {
    code: 0,
    out: "Blue Lake is set up. Sign in as ann@example.com.",
    errors: "",
  });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("a workspace is set up once, with a password that is one", async () => {
  const again = ["setup", "--database", "whole.db", ...OWNER, "--password-file", "password"];
  await refuses(again, /is set up already/);
  const weak = ["setup", "--database", "new.db", ...OWNER, "--password-file", "weak"];
  await refuses(weak, /password/);
  const none = ["setup", "--database", "new.db", ...OWNER, "--password-file", "nowhere"];
  await refuses(none, /nowhere cannot be read/);
});

const mistakes = {
  "an unknown flag": [["serve", "--colour"], /--colour/],
  "a flag without its value": [["serve", "--listen"], /--listen/],
  "an unknown command": [["prowl"], /--help/],
  "no command": [[], /--help/],
  "a missing required flag": [["setup", "--name", "Ann"], /--organization|--email/],
  "an address that is none": [["serve", "--listen", "1.2.3:99999"], /An address and a port/],
  "a number that is none": [["serve", "--workers", "many"], /workers/],
  "a calendar that is nowhere": [["serve", "--calendar", "nowhere.csv"], /nowhere\.csv/],
  "a settings file that is nowhere": [["config", "--config", "nowhere.toml"], /nowhere\.toml/],
  "a file to analyse that is nowhere": [["analyze", "nowhere.csv"], /no file nowhere\.csv/],
  "a file to test predictions on that is nowhere": [
    ["backtest", "nowhere.csv"],
    /no file nowhere\.csv/,
  ],
  "a file to import that is nowhere": [
    ["import", "nowhere.csv", "--database", "new.db"],
    /no file nowhere\.csv/,
  ],
  "a database to verify that is nowhere": [["verify", "--database", "no.db"], /no database no\.db/],
  "a folder that is nowhere": [["serve", "--database", "no/where.db"], /no\/where\.db/],
  "a server that is not there": [
    ["serve", "--database", "postgresql://127.0.0.1:1/none"],
    /PostgreSQL|127\.0\.0\.1/,
  ],
};
for (const [name, [args, sentence]] of Object.entries(mistakes))
  test(`refuses ${name}`, () => refuses(args, sentence));

test("says whether predictions from a file would have come true", async () => {
  const rows = ["case,activity,timestamp"];
  for (let i = 0; i < 900; ++i) {
    const start = new Date(Date.UTC(2023, 0, 1 + i));
    const end = new Date(start.getTime() + (5 + ((i * 37) % 120)) * 86_400_000);
    const day = (date) => date.toISOString().slice(0, 10);
    rows.push(`${i},Offer,${day(start)}`, `${i},${i % 3 === 0 ? "Won" : "Lost"},${day(end)}`);
  }
  writeFileSync(place("past.csv"), `${rows.join("\n")}\n`);
  const json = await say(["backtest", "past.csv", "--format", "json"]);
  assert.equal(json.code, 0, json.errors);
  const result = JSON.parse(json.out);
  assert.deepEqual(
    result.horizons.map((horizon) => horizon.days),
    [30, 90, 180],
  );
  assert.ok(result.months > 20);
  assert.ok(result.horizons[0].cases > 200);
  assert.ok(["signal", "no_signal"].includes(result.horizons[0].verdict));
  const text = await say(["--lang", "zh", "backtest", "past.csv"]);
  assert.match(text.out, /30 天/);
  assert.match(text.out, /尚无法判断|没有信号|好 \d+%/);
});

test("refuses a file that is no database, and leaves it alone", async () => {
  const text = "Deal,Stage\nBig one,Won\n".repeat(100);
  writeFileSync(place("deals.csv"), text);
  await refuses(["serve", "--database", "deals.csv"], /not a Stagecoach database/);
  assert.equal(readFileSync(place("deals.csv"), "utf8"), text);
});

test("refuses the database of another program, and leaves it alone", async () => {
  sql("other.db", "CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Blue')");
  const before_it = readFileSync(place("other.db"));
  await refuses(["serve", "--database", "other.db"], /not a Stagecoach database/);
  assert.deepEqual(readFileSync(place("other.db")), before_it);
});

test("refuses a database that is cut short, with what to do", async () => {
  const size = readFileSync(place("whole.db")).length;
  for (const share of [0.02, 0.3, 0.9]) {
    copyFileSync(place("whole.db"), place("cut.db"));
    truncateSync(place("cut.db"), Math.floor(size * share));
    for (const command of ["serve", "verify"])
      await refuses([command, "--database", "cut.db"], /backup/);
  }
});

test("refuses a database of a newer program", async () => {
  copyFileSync(place("whole.db"), place("newer.db"));
  sql(
    "newer.db",
    "INSERT INTO schema_migrations SELECT version + 1, 'later', checksum, applied_at" +
      " FROM schema_migrations ORDER BY version DESC LIMIT 1",
  );
  await refuses(["serve", "--database", "newer.db"], /newer program/);
});

test("verify finds a changed event", async () => {
  const whole = await say(["verify", "--database", "whole.db"]);
  assert.equal(whole.code, 0);
  assert.match(whole.out, /^All \d+ events of the journal are as recorded\.$/m);
  copyFileSync(place("whole.db"), place("changed.db"));
  sql("changed.db", "UPDATE events SET data = '{}' WHERE seq = 2");
  const changed = await say(["verify", "--database", "changed.db"]);
  assert.equal(changed.code, 2);
  assert.match(changed.errors, /^The journal is not as recorded from event 2 on: [^\n]*$/);
  assert.equal(changed.out, "");
});

test("config shows the effective settings and where each comes from", async () => {
  writeFileSync(place("settings.toml"), '[server]\nlisten = "127.0.0.1:7001"\nworkers = 3\n');
  const args = ["config", "--config", "settings.toml", "--listen", "127.0.0.1:7003"];
  const said = await say([...args, "--database", "postgresql://ann:secret@127.0.0.1/sales"], {
    STAGECOACH_LISTEN: "127.0.0.1:7002",
    STAGECOACH_LOG_LEVEL: "warning",
  });
  assert.equal(said.code, 0, said.errors);
  assert.match(said.out, /^listen = "127\.0\.0\.1:7003" +# --listen$/m);
  assert.match(said.out, /^workers = 3 +# .*settings\.toml/m);
  assert.match(said.out, /^level = "warning" +# STAGECOACH_LOG_LEVEL$/m);
  assert.doesNotMatch(said.out, /secret/);
});

test("speaks Chinese where asked to", async () => {
  await refuses(["--lang", "zh", "serve", "--colour"], /此处不应出现 --colour。/);
  await refuses(["--lang", "zh", "serve", "--listen"], /--listen 需要一个值。/);
  await refuses(["--lang", "zh"], /请指明要执行的命令。/);
  await refuses(["--lang", "zh", "setup", "--name", "Ann"], /缺少 --(organization|email)。/);
  await refuses(["--lang", "zh", "demo", "--deals", "0"], /--deals 的值不在允许范围内。/);
  await refuses(["--lang", "zh", "demo", "--deals", "many"], /--deals 的值不在允许范围内。/);
  const help = await say(["--lang", "zh", "backup", "--help"]);
  assert.equal(help.code, 0);
  assert.match(help.out, /^用法: stagecoach backup \[选项\]$/m);
  assert.match(help.out, /^选项:$/m);
  assert.doesNotMatch(help.out, /Usage|Options|OPTIONS/);
  await refuses(["--lang", "zh", "analyze", "nowhere.csv"], /找不到文件 nowhere\.csv/);
  await refuses(["--lang", "zh", "serve", "--database", "deals.csv"], /不是/);
});
