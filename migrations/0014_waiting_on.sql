-- On whom a deal waits, and since when. Up to now every deal waited on us.
ALTER TABLE deals ADD COLUMN waiting_on {{bigint}} NOT NULL DEFAULT 0;  -- 0 us, 1 the customer,
                                                                        -- 2 approval, 3 legal
ALTER TABLE deals ADD COLUMN waiting_since {{bigint}};                  -- NULL = since it began
