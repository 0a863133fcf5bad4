-- Keys by which two records are seen to be of one company or one person (sales/accounts/match).
-- NULL = not computed yet, for a record of an earlier release; '' = nothing to go by.
ALTER TABLE accounts ADD COLUMN match_name TEXT;
ALTER TABLE accounts ADD COLUMN match_domain TEXT;
ALTER TABLE accounts ADD COLUMN match_phone TEXT;
CREATE INDEX accounts_by_match_name ON accounts (match_name, id);
CREATE INDEX accounts_by_match_domain ON accounts (match_domain, id) WHERE match_domain <> '';
CREATE INDEX accounts_by_match_phone ON accounts (match_phone, id) WHERE match_phone <> '';
ALTER TABLE contacts ADD COLUMN match_name TEXT;
ALTER TABLE contacts ADD COLUMN match_email TEXT;
ALTER TABLE contacts ADD COLUMN match_phone TEXT;
CREATE INDEX contacts_by_match_name ON contacts (match_name, id);
CREATE INDEX contacts_by_match_email ON contacts (match_email, id) WHERE match_email <> '';
CREATE INDEX contacts_by_match_phone ON contacts (match_phone, id) WHERE match_phone <> '';

-- Pairs that somebody looked at and found to be two.
CREATE TABLE not_duplicates (
  kind     TEXT NOT NULL,   -- account, contact
  low_id   {{bigint}} NOT NULL,
  high_id  {{bigint}} NOT NULL,
  PRIMARY KEY (kind, low_id, high_id)
);

-- A deleted record that became part of another, which one.
ALTER TABLE accounts ADD COLUMN merged_into {{bigint}};
ALTER TABLE contacts ADD COLUMN merged_into {{bigint}};
CREATE INDEX accounts_by_merge ON accounts (merged_into) WHERE merged_into IS NOT NULL;

-- Whether a person agreed to be contacted.
ALTER TABLE contacts ADD COLUMN consent TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE contacts ADD COLUMN consent_at {{bigint}};
-- When everything personal was taken out of the record.
ALTER TABLE contacts ADD COLUMN erased_at {{bigint}};

-- Pages in every order that can be asked for, and the tree of companies from above.
CREATE INDEX accounts_by_update ON accounts (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX accounts_by_region ON accounts (region, name_key, id) WHERE region <> '';
CREATE INDEX accounts_by_industry ON accounts (industry, name_key, id) WHERE industry <> '';
CREATE INDEX accounts_by_parent ON accounts (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX contacts_by_update ON contacts (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX activities_by_contact ON activities (contact_id, id) WHERE contact_id IS NOT NULL;
