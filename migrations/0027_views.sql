-- Lists that people keep: what they ask for, in which order, with which columns.
CREATE TABLE list_views (
  id          {{id}},
  version     {{bigint}} NOT NULL,
  list        TEXT NOT NULL,      -- deals, accounts, contacts
  name        TEXT NOT NULL,
  sharing     TEXT NOT NULL,      -- private, team, everyone
  owner_id    {{bigint}} NOT NULL REFERENCES users (id),
  team_id     {{bigint}},             -- with whom it is shared, where that is a team; maybe gone
  parameters  TEXT NOT NULL,      -- JSON: the query of the list
  columns     TEXT NOT NULL,      -- JSON: the names of the columns, in their order
  created_at  {{bigint}} NOT NULL
);
CREATE INDEX list_views_by_owner ON list_views (owner_id, list);
CREATE INDEX list_views_shared ON list_views (list, sharing) WHERE sharing <> 'private';
