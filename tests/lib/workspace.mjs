// A workspace ready for work: its owner is set up and signed in.

import assert from "node:assert/strict";

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
