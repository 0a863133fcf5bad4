// Plays the steps of one story against a running server.

import { Client, has } from "../../lib/client.mjs";
import { differences, fill_json, fill_text } from "./match.mjs";

const EVENTUALLY_MS = 5000;

// Returns how many requests were made. Throws an Error whose message names file, line and what
// differs.
export async function play(steps, port, contract) {
  const clients = new Map();
  const captures = new Map();
  let client = client_named("somebody");
  let requests = 0;

  function client_named(name) {
    if (!clients.has(name)) clients.set(name, new Client(port));
    return clients.get(name);
  }

  for (const step of steps) {
    if (step.kind === "as") {
      client = client_named(step.client);
      continue;
    }
    requests += await play_request(step, client, captures, contract);
  }
  for (const each of clients.values()) each.close();
  return requests;
}

async function play_request(step, client, captures, contract) {
  const deadline = Date.now() + EVENTUALLY_MS;
  for (let asked = 1; ; ++asked) {
    const attempt = new Map(captures);
    const { faults, answer } = await ask(step, client, attempt, contract);
    if (faults.length === 0) {
      for (const [name, value] of attempt) captures.set(name, value);
      return asked;
    }
    if (!step.expect.eventually || Date.now() > deadline)
      throw new Error(
        `${step.path}:${step.line}: ${step.method} ${step.target}\n` +
          faults.map((fault) => `    ${fault}\n`).join("") +
          `    answered ${answer.status}: ${answer.text.slice(0, 2000)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ask(step, client, captures, contract) {
  const sent = step.json === undefined ? undefined : fill_json(step.json, captures);
  const headers = Object.fromEntries(
    step.headers.map(({ name, value }) => [name, fill_text(value, captures)]),
  );
  if (sent !== undefined && !has(headers, "content-type"))
    headers["Content-Type"] = "application/json";
  const target = fill_text(step.target, captures);
  const body =
    sent === undefined ? step.text && fill_text(step.text, captures) : JSON.stringify(sent);
  const answer = await client.send({ method: step.method, target, headers, body });
  return { answer, faults: faults_of(step, target, sent, answer, captures, contract) };
}

function faults_of(step, target, sent, answer, captures, contract) {
  const { expect } = step;
  if (answer.status !== expect.status)
    return [`the status is ${answer.status}, not ${expect.status}`];
  const type = answer.headers["content-type"];
  let json;
  if (type && /[/+]json/.test(type) && answer.text !== "") {
    try {
      json = JSON.parse(answer.text);
    } catch (error) {
      return [`the body says ${type} but is not JSON: ${error.message}`];
    }
  }
  const faults = contract.faults({
    method: step.method,
    target,
    status: answer.status,
    type,
    json,
    sent,
  });
  for (const { name, value } of expect.headers)
    faults.push(...differences(value, answer.headers[name.toLowerCase()] ?? null, captures, name));
  if (expect.json !== undefined) faults.push(...differences(expect.json, json, captures));
  return faults;
}
