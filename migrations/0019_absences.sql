-- Who is away, and who stands in. Days of the organisation's time zone, both included.
CREATE TABLE absences (
  id          {{id}},
  user_id     {{bigint}} NOT NULL REFERENCES users (id),
  deputy_id   {{bigint}} REFERENCES users (id),
  first_day   {{bigint}} NOT NULL,
  last_day    {{bigint}} NOT NULL,
  version     {{bigint}} NOT NULL,
  created_at  {{bigint}} NOT NULL,
  CHECK (last_day >= first_day)
);
CREATE INDEX absences_by_last_day ON absences (last_day);
CREATE INDEX absences_by_user ON absences (user_id);
