-- Calls, e-mails, meetings, demos, tasks, notes: planned (due) or done.
CREATE TABLE activities (
  id          {{id}},
  version     BIGINT NOT NULL,
  deal_id     BIGINT REFERENCES deals (id),
  account_id  BIGINT REFERENCES accounts (id),
  contact_id  BIGINT REFERENCES contacts (id),
  owner_id    BIGINT NOT NULL REFERENCES users (id),
  kind        TEXT NOT NULL,
  direction   TEXT,
  subject     TEXT NOT NULL,
  body        TEXT,
  due         BIGINT,
  done_at     BIGINT,
  created_at  BIGINT NOT NULL,
  deleted_at  BIGINT
);
CREATE INDEX activities_by_deal ON activities (deal_id, done_at, due);
CREATE INDEX activities_by_owner ON activities (owner_id, done_at, due);
