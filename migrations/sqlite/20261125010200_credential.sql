-- The password of an account, as argon2id makes it unreadable, with the id of the pepper that was
-- mixed in first. The pepper itself is a file outside the database: a stolen copy of this table
-- cannot even be guessed at. A password made by the program must be changed at the first sign-in and
-- expires; one that its holder chose does neither.
--
-- Safe: a new table.
CREATE TABLE credential (
    account TEXT NOT NULL PRIMARY KEY CONSTRAINT credential_account_fkey REFERENCES account (id),
    phc TEXT NOT NULL CONSTRAINT credential_phc_check CHECK (phc LIKE '$argon2id$%'),
    pepper TEXT NOT NULL CONSTRAINT credential_pepper_check CHECK (length(pepper) BETWEEN 1 AND 64),
    changed_at INTEGER NOT NULL,
    must_change INTEGER NOT NULL CONSTRAINT credential_must_change_check CHECK (must_change IN (0, 1)),
    expires_at INTEGER,
    CONSTRAINT credential_expires_at_check CHECK ((must_change = 1) = (expires_at IS NOT NULL))
) STRICT;
