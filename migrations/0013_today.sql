-- When something last happened to a deal itself (an activity done, a stage entered), and the order
-- in which open deals want attention.
ALTER TABLE deals ADD COLUMN touched_at {{bigint}} NOT NULL DEFAULT 0;
UPDATE deals SET touched_at = CASE WHEN stage_entered_at > created_at THEN stage_entered_at
                                   ELSE created_at END;
UPDATE deals SET touched_at = (SELECT MAX(done_at) FROM activities
                               WHERE deal_id = deals.id AND deleted_at IS NULL)
  WHERE touched_at < (SELECT MAX(done_at) FROM activities
                      WHERE deal_id = deals.id AND deleted_at IS NULL);

CREATE INDEX deals_due_of_owner ON deals (owner_id, next_step_due, amount_minor, id)
  WHERE status = 0 AND deleted_at IS NULL;
CREATE INDEX deals_due ON deals (next_step_due, amount_minor, id)
  WHERE status = 0 AND deleted_at IS NULL;
CREATE INDEX deals_age_of_owner ON deals (owner_id, stage_id, stage_entered_at)
  WHERE status = 0 AND deleted_at IS NULL;
CREATE INDEX deals_touch_of_owner ON deals (owner_id, pipeline_id, touched_at)
  WHERE status = 0 AND deleted_at IS NULL;
CREATE INDEX deals_touch ON deals (pipeline_id, touched_at)
  WHERE status = 0 AND deleted_at IS NULL;
