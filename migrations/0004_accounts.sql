-- Companies, the people in them, and what is sold to them. *_key columns hold folded text for
-- matching; external_key is the record's id in the system it was imported from.
CREATE TABLE accounts (
  id            {{id}},
  version       {{bigint}} NOT NULL,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  search_text   TEXT NOT NULL,
  domain        TEXT,
  phone         TEXT,
  region        TEXT,
  industry      TEXT,
  size          TEXT,
  parent_id     {{bigint}} REFERENCES accounts (id),
  owner_id      {{bigint}} NOT NULL REFERENCES users (id),
  team_id       {{bigint}} REFERENCES teams (id),
  external_key  TEXT,
  created_at    {{bigint}} NOT NULL,
  updated_at    {{bigint}} NOT NULL,
  deleted_at    {{bigint}}
);
CREATE INDEX accounts_by_name ON accounts (name_key, id);
CREATE INDEX accounts_by_owner ON accounts (owner_id, name_key, id);
CREATE UNIQUE INDEX accounts_by_external_key ON accounts (external_key);
{{search accounts search_text}}

CREATE TABLE contacts (
  id            {{id}},
  version       {{bigint}} NOT NULL,
  account_id    {{bigint}} REFERENCES accounts (id),
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  search_text   TEXT NOT NULL,
  title         TEXT,
  email         TEXT,
  phone         TEXT,
  owner_id      {{bigint}} NOT NULL REFERENCES users (id),
  team_id       {{bigint}} REFERENCES teams (id),
  external_key  TEXT,
  created_at    {{bigint}} NOT NULL,
  updated_at    {{bigint}} NOT NULL,
  deleted_at    {{bigint}}
);
CREATE INDEX contacts_by_account ON contacts (account_id, id);
CREATE INDEX contacts_by_name ON contacts (name_key, id);
CREATE UNIQUE INDEX contacts_by_external_key ON contacts (external_key);
{{search contacts search_text}}

CREATE TABLE products (
  id            {{id}},
  version       {{bigint}} NOT NULL,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  code          TEXT,
  price_minor   {{bigint}},
  currency      TEXT,
  active        {{bigint}} NOT NULL,
  external_key  TEXT,
  created_at    {{bigint}} NOT NULL
);
CREATE UNIQUE INDEX products_by_name ON products (name_key);
