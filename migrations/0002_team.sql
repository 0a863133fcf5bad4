-- The organisation that owns this database (one row), its teams, its people and how they sign in.
CREATE TABLE organization (
  id             {{bigint}} NOT NULL PRIMARY KEY CHECK (id = 1),
  name           TEXT NOT NULL,
  currency       TEXT NOT NULL,
  time_zone      TEXT NOT NULL,
  lang           TEXT NOT NULL,
  version        {{bigint}} NOT NULL,
  teams_version  {{bigint}} NOT NULL,  -- counts the changes of the tree, for copies of it
  created_at     {{bigint}} NOT NULL
);

CREATE TABLE teams (
  id          {{id}},
  name        TEXT NOT NULL,
  name_key    TEXT NOT NULL,     -- folded, unique among the teams of one parent
  parent_id   {{bigint}} REFERENCES teams (id),
  version     {{bigint}} NOT NULL,
  created_at  {{bigint}} NOT NULL,
  deleted_at  {{bigint}}
);
CREATE INDEX teams_by_parent ON teams (parent_id);

-- Every team below (and including) an ancestor, so that "my team's records" is one join.
CREATE TABLE team_reach (
  ancestor_id  {{bigint}} NOT NULL REFERENCES teams (id),
  team_id      {{bigint}} NOT NULL REFERENCES teams (id),
  PRIMARY KEY (ancestor_id, team_id)
);
CREATE INDEX team_reach_by_team ON team_reach (team_id, ancestor_id);

CREATE TABLE users (
  id             {{id}},
  email          TEXT,            -- as typed; NULL for a person known only from an import
  email_key      TEXT,            -- folded, unique
  name           TEXT NOT NULL,
  name_key       TEXT NOT NULL,   -- folded, for matching
  role           TEXT NOT NULL,   -- owner, manager, rep, viewer
  visibility     TEXT NOT NULL,   -- own, team, all
  team_id        {{bigint}} REFERENCES teams (id),
  lang           TEXT NOT NULL,
  password_hash  TEXT,            -- NULL: cannot sign in yet
  active         {{bool}} NOT NULL,
  version        {{bigint}} NOT NULL,
  created_at     {{bigint}} NOT NULL
);
CREATE UNIQUE INDEX users_by_email ON users (email_key);
CREATE INDEX users_by_name ON users (name_key);
CREATE INDEX users_by_team ON users (team_id);

-- Only hashes of secrets are stored.
CREATE TABLE sessions (
  token_hash  {{blob}} NOT NULL PRIMARY KEY,
  user_id     {{bigint}} NOT NULL REFERENCES users (id),
  created_at  {{bigint}} NOT NULL,
  seen_at     {{bigint}} NOT NULL,   -- to the minute
  expires_at  {{bigint}} NOT NULL,
  agent       TEXT NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE api_tokens (
  id          {{id}},
  user_id     {{bigint}} NOT NULL REFERENCES users (id),
  name        TEXT NOT NULL,
  token_hash  {{blob}} NOT NULL,
  scopes      TEXT NOT NULL,     -- 'read' or 'read write'
  created_at  {{bigint}} NOT NULL,
  expires_at  {{bigint}} NOT NULL,
  revoked_at  {{bigint}}
);
CREATE UNIQUE INDEX api_tokens_by_hash ON api_tokens (token_hash);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id);
