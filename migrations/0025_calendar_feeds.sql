-- Secret addresses under which people's calendars are read. Only hashes of secrets are stored.
CREATE TABLE calendar_feeds (
  user_id     {{bigint}} NOT NULL PRIMARY KEY REFERENCES users (id),
  token_hash  {{blob}} NOT NULL,
  created_at  {{bigint}} NOT NULL
);
CREATE UNIQUE INDEX calendar_feeds_by_hash ON calendar_feeds (token_hash);
