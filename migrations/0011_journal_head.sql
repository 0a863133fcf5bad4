-- The newest event, so that rows cut off the end of the journal are missed.
CREATE TABLE journal_head (
  id    {{bigint}} NOT NULL PRIMARY KEY CHECK (id = 1),
  seq   {{bigint}} NOT NULL,
  hash  {{blob}} NOT NULL
);
INSERT INTO journal_head (id, seq, hash)
  SELECT 1, seq, hash FROM events ORDER BY seq DESC LIMIT 1;
