-- What a person or a team is to win in a period; NULL = no more target. owner_id and team_id: 0 =
-- it is the other's.
CREATE TABLE forecast_targets (
  id            {{id}},
  version       {{bigint}} NOT NULL,
  period        TEXT NOT NULL,          -- 2026-11, 2026-Q4
  owner_id      {{bigint}} NOT NULL,
  team_id       {{bigint}} NOT NULL,
  amount_minor  {{bigint}},
  currency      TEXT NOT NULL,
  CHECK ((owner_id = 0) <> (team_id = 0))
);
CREATE UNIQUE INDEX forecast_targets_of ON forecast_targets (period, owner_id, team_id);

-- What people said would land, each time they said it.
CREATE TABLE forecast_submissions (
  id            {{id}},
  period        TEXT NOT NULL,
  owner_id      {{bigint}} NOT NULL REFERENCES users (id),  -- who said it
  team_id       {{bigint}},             -- his team then
  for_team_id   {{bigint}},             -- he said it of a team; NULL = of his own deals
  amount_minor  {{bigint}} NOT NULL,
  currency      TEXT NOT NULL,
  note          TEXT NOT NULL,
  created_at    {{bigint}} NOT NULL
);
CREATE INDEX forecast_submissions_of ON forecast_submissions (period, id);
