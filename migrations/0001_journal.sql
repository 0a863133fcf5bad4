-- What happened, in order. Rows are only ever added; each is chained to the one before by its hash.
-- Times are UTC milliseconds.
CREATE TABLE events (
  seq           {{bigint}} PRIMARY KEY,       -- gapless; sequence order is commit order
  recorded_at   {{bigint}} NOT NULL,              -- when we learnt it
  effective_at  {{bigint}} NOT NULL,              -- when it happened
  actor_id      {{bigint}},                       -- the user; NULL = the system itself
  cause_seq     {{bigint}},                       -- the event that led to this one (undo, import)
  kind          TEXT NOT NULL,                -- 'deal.moved'
  subject_kind  TEXT NOT NULL,                -- 'deal'
  subject_id    {{bigint}} NOT NULL,
  data          TEXT NOT NULL,                -- JSON object
  hash          {{blob}} NOT NULL
);
CREATE INDEX events_by_subject ON events (subject_kind, subject_id, seq);

-- Where each durable reader of the journal stands.
CREATE TABLE reader_cursors (
  name  TEXT NOT NULL PRIMARY KEY,
  seq   {{bigint}} NOT NULL
);

-- A write asked for twice with the same key happens once; the answer is replayed for a day.
CREATE TABLE idempotency_keys (
  actor_id     {{bigint}} NOT NULL,
  key          TEXT NOT NULL,
  fingerprint  TEXT NOT NULL,   -- hash of method, path and body
  created_at   {{bigint}} NOT NULL,
  status       {{bigint}} NOT NULL, -- 0 while under way
  etag         TEXT,
  location     TEXT,
  body         TEXT,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
