-- What people are told of: made from the journal, and from the steps that fall due.
CREATE TABLE notices (
  id           {{id}},
  user_id      {{bigint}} NOT NULL REFERENCES users (id),
  kind         TEXT NOT NULL,
  event_seq    {{bigint}},             -- of the journal; NULL for a step that fell due
  actor_id     {{bigint}},
  deal_id      {{bigint}},
  activity_id  {{bigint}},
  person_id    {{bigint}},             -- whose records were handed over
  outcome      TEXT,                   -- of an approval: approved, refused
  at           {{bigint}} NOT NULL,    -- when it happened or fell due
  created_at   {{bigint}} NOT NULL,
  read_at      {{bigint}}
);
-- Nobody is told twice of one thing.
CREATE UNIQUE INDEX notices_of_event ON notices (user_id, kind, event_seq)
  WHERE event_seq IS NOT NULL;
CREATE UNIQUE INDEX notices_of_step ON notices (user_id, activity_id, at)
  WHERE event_seq IS NULL;
CREATE INDEX notices_of_user ON notices (user_id, id);
CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;
CREATE INDEX notices_by_age ON notices (created_at);

-- Which kinds a person does not want to be told of.
CREATE TABLE notice_mutes (
  user_id  {{bigint}} NOT NULL REFERENCES users (id),
  kind     TEXT NOT NULL,
  PRIMARY KEY (user_id, kind)
);

-- Up to which open step people were told of those that fell due (one row).
CREATE TABLE notice_due_mark (
  id           {{bigint}} NOT NULL PRIMARY KEY CHECK (id = 1),
  due          {{bigint}} NOT NULL,
  activity_id  {{bigint}} NOT NULL
);

-- What happened before is no news.
INSERT INTO reader_cursors (name, seq) SELECT 'notices', COALESCE(MAX(seq), 0) FROM events;
