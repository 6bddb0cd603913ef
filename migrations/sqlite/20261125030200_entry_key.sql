-- The key under which the signers of one entry have their pseudonyms. It is made with the proposal and
-- kept here only. Destroying it (the key becomes NULL) erases the persons from the entry, which itself
-- stays as it is.
--
-- Safe: a new table with its trigger.
CREATE TABLE entry_key (
    proposal TEXT NOT NULL PRIMARY KEY CONSTRAINT entry_key_proposal_fkey REFERENCES proposal (id),
    key BLOB CONSTRAINT entry_key_key_check CHECK (key IS NULL OR length(key) = 32),
    entry_idx INTEGER CONSTRAINT entry_key_entry_idx_fkey REFERENCES entry (idx) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE UNIQUE INDEX entry_key_entry_idx_key ON entry_key (entry_idx) WHERE entry_idx IS NOT NULL;

CREATE TRIGGER entry_key_only_destroyed BEFORE UPDATE ON entry_key
WHEN NEW.proposal IS NOT OLD.proposal OR (NEW.key IS NOT OLD.key AND NEW.key IS NOT NULL)
    OR (OLD.entry_idx IS NOT NULL AND NEW.entry_idx IS NOT OLD.entry_idx) BEGIN
    SELECT RAISE(ABORT, 'entry_key_only_destroyed: a key is destroyed, never replaced');
END;
