-- Calls, e-mails, meetings, demos, tasks, notes: planned (due) or done.
CREATE TABLE activities (
  id          {{id}},
  version     {{bigint}} NOT NULL,
  deal_id     {{bigint}} REFERENCES deals (id),
  account_id  {{bigint}} REFERENCES accounts (id),
  contact_id  {{bigint}} REFERENCES contacts (id),
  owner_id    {{bigint}} NOT NULL REFERENCES users (id),
  kind        TEXT NOT NULL,
  direction   TEXT,
  subject     TEXT NOT NULL,
  body        TEXT,
  due         {{bigint}},
  done_at     {{bigint}},
  created_at  {{bigint}} NOT NULL,
  deleted_at  {{bigint}}
);
CREATE INDEX activities_by_deal ON activities (deal_id, done_at, due);
CREATE INDEX activities_by_owner ON activities (owner_id, done_at, due);
