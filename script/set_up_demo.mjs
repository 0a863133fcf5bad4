// node script/set_up_demo.mjs PORT FILE: makes the owner of an empty workspace, lets the server
// fill it with the sample pipeline, and says how to sign in. The password is drawn at random and
// kept in FILE, so that a later start can say it again; there is no account that everybody knows.

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const READY_MS = 60_000;
const [port, file] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`;

async function is_ready() {
  return fetch(`${origin}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function set_up() {
  const lang = /^zh/.test(process.env.LANG ?? "") ? "zh" : "en";
  const owner = {
    organization: lang === "zh" ? "驿程示例" : "Stagecoach Demo",
    name: lang === "zh" ? "示例负责人" : "Demo Owner",
    email: "demo@example.com",
    password: randomBytes(9).toString("base64url"),
    lang,
    currency: lang === "zh" ? "CNY" : "USD",
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    sample_data: true,
  };
  const answer = await fetch(`${origin}/api/setup`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(owner),
  });
  if (!answer.ok) throw new Error(`the sample could not be set up: ${await answer.text()}`);
  writeFileSync(file, `${owner.email}\n${owner.password}\n`, { mode: 0o600 });
}

const deadline = Date.now() + READY_MS;
while (!(await is_ready())) {
  if (Date.now() > deadline) process.exit(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const { needed } = await (await fetch(`${origin}/api/setup`)).json();
if (needed) await set_up();
if (existsSync(file)) {
  const [email, password] = readFileSync(file, "utf8").split("\n");
  console.log(`==> Sign in at ${origin} as ${email} with the password ${password}`);
}
