-- A second proof at sign-in: six digits that change every 30 seconds (RFC 6238). Apart from the
-- people, so that nothing which lists or exports those comes upon a secret.
CREATE TABLE second_factors (
  user_id       {{bigint}} NOT NULL PRIMARY KEY REFERENCES users (id),
  secret        {{blob}} NOT NULL,
  confirmed_at  {{bigint}},            -- NULL: not yet in force, its owner has shown no code
  last_step     {{bigint}} NOT NULL,   -- of 30 seconds since 1970; each code counts once
  created_at    {{bigint}} NOT NULL
);

-- For the day that the telephone is lost. Each works once; only hashes are stored.
CREATE TABLE recovery_codes (
  user_id    {{bigint}} NOT NULL REFERENCES users (id),
  code_hash  {{blob}} NOT NULL,
  PRIMARY KEY (user_id, code_hash)
);

-- The roles that must have one.
CREATE TABLE second_factor_roles (
  role  TEXT NOT NULL PRIMARY KEY
);
