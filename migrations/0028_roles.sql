-- What a role gives. Four stand at the beginning; the owner's never changes. Others are copies of
-- one of them.
CREATE TABLE roles (
  id           {{id}},
  role_key     TEXT NOT NULL,        -- what people and rules name it by; never changes
  name         TEXT NOT NULL,        -- empty: one of the four, named by the interface
  kind         TEXT NOT NULL,        -- owner, manager, rep, viewer: what it was copied from
  permissions  TEXT NOT NULL,        -- their names, between spaces
  changes      TEXT NOT NULL,        -- own, team, all: whose records
  version      {{bigint}} NOT NULL,
  created_at   {{bigint}} NOT NULL
);
CREATE UNIQUE INDEX roles_by_key ON roles (role_key);

INSERT INTO roles (role_key, name, kind, permissions, changes, version, created_at) VALUES
  ('owner', '', 'owner', '', 'all', 1, 0),
  ('manager', '', 'manager',
   'deals.write deals.amount deals.close_date accounts.write activities.write records.delete '
   || 'records.merge deals.assign gates.override products.edit users.manage personal_data.handle '
   || 'audit.read imports.run exports.run', 'team', 1, 0),
  ('rep', '', 'rep',
   'deals.write deals.amount deals.close_date accounts.write activities.write records.delete '
   || 'records.merge exports.run', 'own', 1, 0),
  ('viewer', '', 'viewer', '', 'own', 1, 0);

ALTER TABLE users ADD COLUMN role_key TEXT NOT NULL DEFAULT 'rep';
UPDATE users SET role_key = role;
