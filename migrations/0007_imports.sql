-- Files brought in, and what each of them created, so that an undo removes exactly that.
CREATE TABLE imports (
  id          {{id}},
  state       TEXT NOT NULL,            -- planned, running, done, failed, undone
  files       TEXT NOT NULL,            -- JSON: the names of the files
  mapping     TEXT NOT NULL,            -- JSON, as exchange/columns/mapping.h describes it
  counts      TEXT NOT NULL,            -- JSON, as exchange/workspace/import_counts.h says
  done        {{bigint}} NOT NULL,      -- rows written so far, of
  total       {{bigint}} NOT NULL,
  touched_at  {{bigint}} NOT NULL,      -- a run that was not for long has been broken off
  created_by  {{bigint}} REFERENCES users (id),  -- NULL = the command line
  created_at  {{bigint}} NOT NULL,
  done_at     {{bigint}}
);

CREATE TABLE import_records (
  import_id  {{bigint}} NOT NULL REFERENCES imports (id),
  kind       TEXT NOT NULL,             -- deal, account, contact, product, user, team, pipeline
  record_id  {{bigint}} NOT NULL,
  PRIMARY KEY (import_id, kind, record_id)
);
