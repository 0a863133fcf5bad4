-- What newcomers have done of their first hour, and who has put the list away.
CREATE TABLE tour_steps (
  user_id  {{bigint}} NOT NULL REFERENCES users (id),
  step     TEXT NOT NULL,
  at       {{bigint}} NOT NULL,
  PRIMARY KEY (user_id, step)
);
CREATE TABLE tours_dismissed (
  user_id  {{bigint}} NOT NULL PRIMARY KEY REFERENCES users (id),
  at       {{bigint}} NOT NULL
);

-- Who is here already is no newcomer, and what happened before is not looked through.
INSERT INTO tours_dismissed (user_id, at) SELECT id, created_at FROM users;
INSERT INTO reader_cursors (name, seq) SELECT 'tour', COALESCE(MAX(seq), 0) FROM events;
