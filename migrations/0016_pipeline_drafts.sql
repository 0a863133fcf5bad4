-- A pipeline is edited as a draft and published from it; one that was never published has the
-- version number 0.
ALTER TABLE pipelines ADD COLUMN archived_at {{bigint}};
ALTER TABLE pipeline_versions ADD COLUMN published_by {{bigint}};
ALTER TABLE pipeline_versions ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- One shared draft a pipeline. The row stays when the draft is published or discarded, so that its
-- version only ever grows and a late writer is told.
CREATE TABLE pipeline_drafts (
  pipeline_id   {{bigint}} PRIMARY KEY REFERENCES pipelines (id),
  version       {{bigint}} NOT NULL,
  base_version  {{bigint}} NOT NULL,     -- the published version it was begun from
  definition    TEXT,                -- JSON as in pipeline_versions; NULL = there is no draft
  created_by    {{bigint}},
  saved_by      {{bigint}},
  saved_at      {{bigint}} NOT NULL
);
