-- Pages of deals in every order that can be asked for, and the board's count of deals over standard
-- from an index alone. A deleted deal is in no list.
DROP INDEX deals_by_stage_age;
CREATE INDEX deals_by_stage_age ON deals (stage_id, stage_entered_at, id, owner_id, team_id)
  WHERE deleted_at IS NULL;
CREATE INDEX deals_by_age ON deals (stage_entered_at, id) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_update ON deals (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_name ON deals (search_text, id) WHERE deleted_at IS NULL;
CREATE INDEX activities_by_account ON activities (account_id, id);

-- Most records were not imported: without an entry for those, a new one touches a page less.
DROP INDEX deals_by_external_key;
CREATE UNIQUE INDEX deals_by_external_key ON deals (external_key) WHERE external_key IS NOT NULL;
