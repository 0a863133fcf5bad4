-- Companies, the people in them, and what is sold to them. *_key columns hold folded text for
-- matching; external_key is the record's id in the system it was imported from.
CREATE TABLE accounts (
  id            {{id}},
  version       BIGINT NOT NULL,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  domain        TEXT,
  phone         TEXT,
  region        TEXT,
  industry      TEXT,
  size          TEXT,
  parent_id     BIGINT REFERENCES accounts (id),
  owner_id      BIGINT NOT NULL REFERENCES users (id),
  team_id       BIGINT REFERENCES teams (id),
  external_key  TEXT,
  created_at    BIGINT NOT NULL,
  updated_at    BIGINT NOT NULL,
  deleted_at    BIGINT
);
CREATE INDEX accounts_by_name ON accounts (name_key, id);
CREATE INDEX accounts_by_owner ON accounts (owner_id, name_key, id);
CREATE UNIQUE INDEX accounts_by_external_key ON accounts (external_key);

CREATE TABLE contacts (
  id            {{id}},
  version       BIGINT NOT NULL,
  account_id    BIGINT REFERENCES accounts (id),
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  title         TEXT,
  email         TEXT,
  phone         TEXT,
  owner_id      BIGINT NOT NULL REFERENCES users (id),
  team_id       BIGINT REFERENCES teams (id),
  external_key  TEXT,
  created_at    BIGINT NOT NULL,
  updated_at    BIGINT NOT NULL,
  deleted_at    BIGINT
);
CREATE INDEX contacts_by_account ON contacts (account_id, id);
CREATE INDEX contacts_by_name ON contacts (name_key, id);
CREATE UNIQUE INDEX contacts_by_external_key ON contacts (external_key);

CREATE TABLE products (
  id            {{id}},
  version       BIGINT NOT NULL,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  code          TEXT,
  price_minor   BIGINT,
  currency      TEXT,
  active        BIGINT NOT NULL,
  external_key  TEXT,
  created_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX products_by_name ON products (name_key);
