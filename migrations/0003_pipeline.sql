-- Pipelines are data that a team edits and publishes as a new version; history is never rewritten.
CREATE TABLE pipelines (
  id              {{id}},
  key             TEXT NOT NULL UNIQUE,  -- 'b2b'
  version_number  {{bigint}} NOT NULL,       -- the published version
  created_at      {{bigint}} NOT NULL
);

-- A stage keeps its id over all versions, so that deals and history can point at it.
CREATE TABLE stages (
  id           {{id}},
  pipeline_id  {{bigint}} NOT NULL REFERENCES pipelines (id),
  key          TEXT NOT NULL,            -- 'qualification'
  UNIQUE (pipeline_id, key)
);

CREATE TABLE pipeline_versions (
  pipeline_id   {{bigint}} NOT NULL REFERENCES pipelines (id),
  number        {{bigint}} NOT NULL,
  definition    TEXT NOT NULL,           -- JSON, as sales/pipeline/pipeline.h describes it
  published_at  {{bigint}} NOT NULL,
  PRIMARY KEY (pipeline_id, number)
);
