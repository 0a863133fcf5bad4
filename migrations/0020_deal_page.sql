-- What customers hold against buying.
CREATE TABLE objections (
  id           {{id}},
  version      {{bigint}} NOT NULL,
  deal_id      {{bigint}} NOT NULL REFERENCES deals (id),
  kind         TEXT NOT NULL,
  worry        TEXT NOT NULL,
  blocking     {{bool}} NOT NULL,
  answer       TEXT NOT NULL,
  result       TEXT NOT NULL,
  raised_on    {{bigint}} NOT NULL,
  answered_on  {{bigint}},
  created_at   {{bigint}} NOT NULL,
  deleted_at   {{bigint}}
);
CREATE INDEX objections_by_deal ON objections (deal_id);

-- What is taken off the price of a line, in hundredths of a percent.
ALTER TABLE deal_products ADD COLUMN discount_bps {{bigint}} NOT NULL DEFAULT 0;

-- What people write about a deal, in Markdown as they typed it.
CREATE TABLE notes (
  id          {{id}},
  version     {{bigint}} NOT NULL,
  deal_id     {{bigint}} NOT NULL REFERENCES deals (id),
  author_id   {{bigint}} NOT NULL REFERENCES users (id),
  body        TEXT NOT NULL,
  created_at  {{bigint}} NOT NULL,
  edited_at   {{bigint}},
  deleted_at  {{bigint}}
);
CREATE INDEX notes_by_deal ON notes (deal_id, id);

-- Who is named in a note.
CREATE TABLE note_mentions (
  note_id  {{bigint}} NOT NULL REFERENCES notes (id),
  user_id  {{bigint}} NOT NULL REFERENCES users (id),
  PRIMARY KEY (note_id, user_id)
);
CREATE INDEX note_mentions_by_user ON note_mentions (user_id, note_id);

-- Files of a deal. The bytes lie in pieces, so that nobody holds a file whole to store it.
CREATE TABLE attachments (
  id           {{id}},
  version      {{bigint}} NOT NULL,
  deal_id      {{bigint}} NOT NULL REFERENCES deals (id),
  name         TEXT NOT NULL,
  media_type   TEXT NOT NULL,         -- by its content
  size_bytes   {{bigint}} NOT NULL,
  uploaded_by  {{bigint}} NOT NULL REFERENCES users (id),
  whole        {{bool}} NOT NULL,     -- FALSE while its bytes are coming in
  created_at   {{bigint}} NOT NULL,
  deleted_at   {{bigint}}
);
CREATE INDEX attachments_by_deal ON attachments (deal_id, id);
CREATE INDEX attachments_to_sweep ON attachments (created_at) WHERE NOT whole;
CREATE INDEX attachments_deleted ON attachments (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE attachment_parts (
  attachment_id  {{bigint}} NOT NULL REFERENCES attachments (id),
  part           {{bigint}} NOT NULL,  -- from 0
  bytes          {{blob}} NOT NULL,
  PRIMARY KEY (attachment_id, part)
);
