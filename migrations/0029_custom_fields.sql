-- Fields that an organisation adds to its records. One that was ever there stays: its key is not
-- given again, and what records hold keeps its meaning.
CREATE TABLE custom_fields (
  id          {{id}},
  version     {{bigint}} NOT NULL,
  record      TEXT NOT NULL,           -- 'deal'
  key         TEXT NOT NULL,
  position    {{bigint}} NOT NULL,
  definition  TEXT NOT NULL            -- JSON, as sales/fields/custom_field.h describes it
);
CREATE UNIQUE INDEX custom_fields_key ON custom_fields (record, key);

-- What records hold in them, for lists to filter and sort by; the value itself lies with its record
-- and is read from there. Of several choices each is a row.
CREATE TABLE custom_values (
  field_id   {{bigint}} NOT NULL REFERENCES custom_fields (id),
  record_id  {{bigint}} NOT NULL,
  place      {{bigint}} NOT NULL,
  number     {{bigint}},               -- millionths, minor units, days since 1970-01-01, 1 for yes
  text       TEXT,                     -- cut to 200 bytes; of money the currency
  PRIMARY KEY (field_id, record_id, place)
);
CREATE INDEX custom_values_number ON custom_values (field_id, number, record_id)
  WHERE number IS NOT NULL;
CREATE INDEX custom_values_text ON custom_values (field_id, text, record_id)
  WHERE text IS NOT NULL;
