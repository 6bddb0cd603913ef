-- How often wrong passwords were tried, so that guessing is slow and a restart does not forget. All
-- keys are HMAC-SHA-256 under the pepper: neither addresses nor what was typed as a name (sometimes a
-- password) can be read here. Failures count for a name *and* an address together, so that nobody can
-- lock somebody else out from elsewhere.
--
-- Safe: new tables.
CREATE TABLE throttle (
    key BLOB NOT NULL PRIMARY KEY CONSTRAINT throttle_key_check CHECK (length(key) = 32),
    failures INTEGER NOT NULL CONSTRAINT throttle_failures_check CHECK (failures >= 0),
    last_at INTEGER NOT NULL
) STRICT;

CREATE INDEX throttle_last_at_idx ON throttle (last_at);

-- How many attempts an address, and all addresses together, have spent: the instant until which the
-- allowance is spent. One number is a whole token bucket.
CREATE TABLE throttle_rate (
    key BLOB NOT NULL PRIMARY KEY CONSTRAINT throttle_rate_key_check CHECK (length(key) = 32),
    spent_until INTEGER NOT NULL
) STRICT;

CREATE INDEX throttle_rate_spent_until_idx ON throttle_rate (spent_until);

-- Addresses from which the holder of an account has signed in before: what others do elsewhere does
-- not slow them.
CREATE TABLE familiar_address (
    account TEXT NOT NULL CONSTRAINT familiar_address_account_fkey REFERENCES account (id),
    address BLOB NOT NULL CONSTRAINT familiar_address_address_check CHECK (length(address) = 32),
    last_at INTEGER NOT NULL,
    PRIMARY KEY (account, address)
) STRICT;

CREATE INDEX familiar_address_last_at_idx ON familiar_address (last_at);
