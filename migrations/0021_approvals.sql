-- By when an approval that was asked for is due; the end of time where there is no deadline, NULL
-- where nobody waits for one.
ALTER TABLE deals ADD COLUMN approval_due {{bigint}};
CREATE INDEX deals_awaiting_approval ON deals (approval_due, id) WHERE approval_due IS NOT NULL;
