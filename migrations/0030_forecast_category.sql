-- How surely its owner counts on a deal: 0 omitted, 1 pipeline, 2 best case, 3 commit; NULL = by
-- its probability.
ALTER TABLE deals ADD COLUMN forecast_category {{bigint}};

-- What a forecast reads: all that is undecided, and what was won lately.
CREATE INDEX deals_undecided ON deals (pipeline_id, id) WHERE status < 2 AND deleted_at IS NULL;
CREATE INDEX deals_by_winning ON deals (closed_at) WHERE status = 2 AND deleted_at IS NULL;
