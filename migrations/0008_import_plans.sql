-- An import is planned before it runs: from files sent ahead, with what it would bring.
CREATE TABLE import_uploads (
  id          {{id}},
  name        TEXT NOT NULL,
  bytes       {{blob}} NOT NULL,
  created_at  {{bigint}} NOT NULL
);

ALTER TABLE imports ADD COLUMN plan TEXT NOT NULL DEFAULT '';       -- JSON: import_preview.h
ALTER TABLE imports ADD COLUMN uploads TEXT NOT NULL DEFAULT '[]';  -- JSON: ids of import_uploads
