-- A deal's way through the stages: stage and instant in turn, as a JSON array of integers; NULL
-- where it is not kept and the journal is asked.
ALTER TABLE deals ADD COLUMN path TEXT;
