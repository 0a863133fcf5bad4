-- A file sent ahead of its import is kept in pieces, so that nobody holds it whole to store it.
-- Those sent before this step are of plans that nobody ran; their files can be sent again.
DELETE FROM import_uploads;
ALTER TABLE import_uploads DROP COLUMN bytes;
ALTER TABLE import_uploads ADD COLUMN size {{bigint}} NOT NULL DEFAULT 0;
CREATE INDEX import_uploads_age ON import_uploads (created_at);

CREATE TABLE import_upload_parts (
  upload_id  {{bigint}} NOT NULL REFERENCES import_uploads (id),
  part       {{bigint}} NOT NULL,  -- from 0
  bytes      {{blob}} NOT NULL,
  PRIMARY KEY (upload_id, part)
);
