-- A deal as it stands. How it came here is in the journal.
CREATE TABLE deals (
  id                {{id}},
  version           BIGINT NOT NULL,
  name              TEXT NOT NULL,
  pipeline_id       BIGINT NOT NULL REFERENCES pipelines (id),
  stage_id          BIGINT NOT NULL REFERENCES stages (id),
  status            BIGINT NOT NULL,      -- 0 open, 1 on hold, 2 won, 3 lost
  account_id        BIGINT REFERENCES accounts (id),
  owner_id          BIGINT NOT NULL REFERENCES users (id),
  team_id           BIGINT REFERENCES teams (id),
  amount_minor      BIGINT,
  currency          TEXT,
  expected_close    BIGINT,               -- days since 1970-01-01
  source            TEXT,
  probability       BIGINT,               -- percent; NULL = the stage's
  next_step_id      BIGINT,               -- the earliest open activity with a due time
  next_step_due     BIGINT,
  stage_entered_at  BIGINT NOT NULL,
  episode           BIGINT NOT NULL,      -- 1, and one more at each reopening
  closed_at         BIGINT,
  facts             TEXT NOT NULL,        -- JSON, as sales/deals/deal_facts.h describes it
  external_key      TEXT,
  created_at        BIGINT NOT NULL,
  updated_at        BIGINT NOT NULL,
  deleted_at        BIGINT
);
CREATE INDEX deals_by_stage ON deals (stage_id, amount_minor, id);
CREATE INDEX deals_by_owner ON deals (owner_id, stage_id, amount_minor, id);
CREATE INDEX deals_by_team ON deals (team_id, stage_id, amount_minor, id);
CREATE INDEX deals_by_account ON deals (account_id);
CREATE INDEX deals_by_stage_age ON deals (stage_id, stage_entered_at);
CREATE UNIQUE INDEX deals_by_external_key ON deals (external_key);

-- Count and sum per stage, kept with every write so that a board never scans the deals.
CREATE TABLE deal_totals (
  stage_id        BIGINT NOT NULL,
  owner_id        BIGINT NOT NULL,
  team_id         BIGINT NOT NULL,        -- 0 = no team
  currency        TEXT NOT NULL,          -- '' = no amount
  deals           BIGINT NOT NULL,
  amount_minor    BIGINT NOT NULL,
  weighted_minor  BIGINT NOT NULL,        -- amount x probability, in hundredths of a minor unit
  PRIMARY KEY (stage_id, owner_id, team_id, currency)
);

CREATE TABLE deal_products (
  deal_id      BIGINT NOT NULL REFERENCES deals (id),
  product_id   BIGINT NOT NULL REFERENCES products (id),
  quantity     BIGINT NOT NULL,
  price_minor  BIGINT,
  PRIMARY KEY (deal_id, product_id)
);
CREATE INDEX deal_products_by_product ON deal_products (product_id, deal_id);

-- The buying committee.
CREATE TABLE deal_contacts (
  deal_id     BIGINT NOT NULL REFERENCES deals (id),
  contact_id  BIGINT NOT NULL REFERENCES contacts (id),
  role        TEXT NOT NULL,
  influence   BIGINT NOT NULL,            -- 1 little .. 5 decides
  stance      TEXT NOT NULL,
  PRIMARY KEY (deal_id, contact_id)
);
