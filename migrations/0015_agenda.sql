-- Open activities by when they are due: the agenda of everybody.
CREATE INDEX activities_due ON activities (due, id) WHERE done_at IS NULL AND deleted_at IS NULL;
