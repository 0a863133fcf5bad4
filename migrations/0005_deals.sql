-- A deal as it stands. How it came here is in the journal.
CREATE TABLE deals (
  id                {{id}},
  version           {{bigint}} NOT NULL,
  name              TEXT NOT NULL,
  search_text       TEXT NOT NULL,        -- folded name and account name
  pipeline_id       {{bigint}} NOT NULL REFERENCES pipelines (id),
  stage_id          {{bigint}} NOT NULL REFERENCES stages (id),
  status            {{bigint}} NOT NULL,      -- 0 open, 1 on hold, 2 won, 3 lost
  account_id        {{bigint}} REFERENCES accounts (id),
  owner_id          {{bigint}} NOT NULL REFERENCES users (id),
  team_id           {{bigint}} REFERENCES teams (id),
  amount_minor      {{bigint}} NOT NULL,      -- -1 = unknown, so that sorting pages by plain keys
  currency          TEXT NOT NULL,
  expected_close    {{bigint}} NOT NULL,      -- days since 1970-01-01; 9999-12-31 = unknown
  source            TEXT NOT NULL,        -- '' = unknown
  probability       {{bigint}},               -- percent; NULL = the stage's
  next_step_due     {{bigint}},               -- NULL = no next step
  stage_entered_at  {{bigint}} NOT NULL,
  episode           {{bigint}} NOT NULL,      -- 1, and one more at each reopening
  closed_at         {{bigint}},
  facts             TEXT NOT NULL,        -- JSON, as sales/deals/deal_facts.h describes it
  external_key      TEXT,
  created_at        {{bigint}} NOT NULL,
  updated_at        {{bigint}} NOT NULL,
  deleted_at        {{bigint}}
);
CREATE INDEX deals_by_stage ON deals (stage_id, amount_minor, id);
CREATE INDEX deals_by_owner ON deals (owner_id, stage_id, amount_minor, id);
CREATE INDEX deals_by_team ON deals (team_id, stage_id, amount_minor, id);
CREATE INDEX deals_by_account ON deals (account_id, id);
CREATE INDEX deals_by_stage_age ON deals (stage_id, stage_entered_at, id);
CREATE INDEX deals_by_amount ON deals (amount_minor, id);
CREATE INDEX deals_by_close ON deals (expected_close, id);
CREATE UNIQUE INDEX deals_by_external_key ON deals (external_key);
{{search deals search_text}}

-- Count and sum per stage, kept with every write so that a board never scans the deals. Deleted
-- deals are left out.
CREATE TABLE deal_totals (
  stage_id            {{bigint}} NOT NULL,
  owner_id            {{bigint}} NOT NULL,
  team_id             {{bigint}} NOT NULL,  -- 0 = no team
  currency            TEXT NOT NULL,
  deals               {{bigint}} NOT NULL,
  without_next_step   {{bigint}} NOT NULL,
  amount_minor        {{bigint}} NOT NULL,
  own_amount_minor    {{bigint}} NOT NULL,  -- the part whose deals carry a probability of their own
  own_weighted_minor  {{bigint}} NOT NULL,  -- that part times its probabilities
  PRIMARY KEY (stage_id, owner_id, team_id, currency)
);

CREATE TABLE deal_products (
  deal_id      {{bigint}} NOT NULL REFERENCES deals (id),
  product_id   {{bigint}} NOT NULL REFERENCES products (id),
  quantity     {{bigint}} NOT NULL,
  price_minor  {{bigint}},
  PRIMARY KEY (deal_id, product_id)
);
CREATE INDEX deal_products_by_product ON deal_products (product_id, deal_id);

-- The buying committee.
CREATE TABLE deal_contacts (
  deal_id     {{bigint}} NOT NULL REFERENCES deals (id),
  contact_id  {{bigint}} NOT NULL REFERENCES contacts (id),
  role        TEXT NOT NULL,
  influence   {{bigint}} NOT NULL,            -- 1 little .. 5 decides
  stance      TEXT NOT NULL,
  PRIMARY KEY (deal_id, contact_id)
);
