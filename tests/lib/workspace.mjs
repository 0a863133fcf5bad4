// A workspace ready for work: its owner is set up and signed in.

import assert from "node:assert/strict";

import { Client } from "./client.mjs";

export const OWNER = {
  organization: "Blue Lake",
  name: "Ann Owner",
  email: "ann@example.com",
  password: "a long and quiet lake",
  lang: "en",
  currency: "EUR",
  time_zone: "Europe/Berlin",
  sample_data: false,
};

// Sets up the empty workspace behind `client`, which is signed in afterwards.
export async function set_up(client) {
  const answer = await client.send_json("POST", "/api/setup", OWNER);
  assert.equal(answer.status, 201, answer.text);
}

// Adds a person, and gives a client of his that is signed in, with his record as `user`.
export async function add_person(owner, port, wish) {
  const password = "seven boats at noon";
  const made = await owner.send_json("POST", "/api/users", { ...wish, password });
  assert.equal(made.status, 201, made.text);
  const client = new Client(port);
  const signed_in = await client.send_json("POST", "/api/session", { email: wish.email, password });
  assert.equal(signed_in.status, 200, signed_in.text);
  return { client, user: made.json };
}
