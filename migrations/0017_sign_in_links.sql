-- One-time links by which a person sets a password: an invitation, or a way back in. One a person;
-- a new one replaces the one before. Only hashes of secrets are stored.
CREATE TABLE sign_in_links (
  user_id     {{bigint}} NOT NULL PRIMARY KEY REFERENCES users (id),
  token_hash  {{blob}} NOT NULL,
  purpose     TEXT NOT NULL,       -- invitation, reset
  newcomer    {{bool}} NOT NULL,   -- the person was added for this invitation
  made_by     {{bigint}},          -- NULL = the system itself
  created_at  {{bigint}} NOT NULL,
  expires_at  {{bigint}} NOT NULL
);
CREATE UNIQUE INDEX sign_in_links_by_hash ON sign_in_links (token_hash);

-- Sessions get a number by which a person ends one, and where they were opened from.
CREATE TABLE numbered_sessions (
  id          {{id}},
  token_hash  {{blob}} NOT NULL,
  user_id     {{bigint}} NOT NULL REFERENCES users (id),
  created_at  {{bigint}} NOT NULL,
  seen_at     {{bigint}} NOT NULL,   -- to the minute
  expires_at  {{bigint}} NOT NULL,
  agent       TEXT NOT NULL,
  address     TEXT NOT NULL
);
INSERT INTO numbered_sessions
  (token_hash, user_id, created_at, seen_at, expires_at, agent, address)
  SELECT token_hash, user_id, created_at, seen_at, expires_at, agent, '' FROM sessions
  ORDER BY created_at;
DROP TABLE sessions;
ALTER TABLE numbered_sessions RENAME TO sessions;
CREATE UNIQUE INDEX sessions_by_hash ON sessions (token_hash);
CREATE INDEX sessions_of_user ON sessions (user_id);
