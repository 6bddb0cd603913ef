-- Who put their name to which version of a proposal. One person signs a version once, whatever the
-- account: nobody publishes alone. A sign-off is never changed; an edit makes a version without any.
--
-- Safe: a new table with its triggers.
CREATE TABLE sign_off (
    proposal TEXT NOT NULL,
    version INTEGER NOT NULL,
    step INTEGER NOT NULL CONSTRAINT sign_off_step_check CHECK (step >= 0),
    office TEXT NOT NULL,
    account TEXT NOT NULL CONSTRAINT sign_off_account_fkey REFERENCES account (id),
    person TEXT NOT NULL CONSTRAINT sign_off_person_fkey REFERENCES person (id),
    at INTEGER NOT NULL,
    digest BLOB NOT NULL CONSTRAINT sign_off_digest_check CHECK (length(digest) = 32),
    CONSTRAINT sign_off_proposal_version_fkey FOREIGN KEY (proposal, version) REFERENCES proposal_version (proposal, version)
) STRICT;

CREATE UNIQUE INDEX sign_off_person_key ON sign_off (proposal, version, person);

CREATE TRIGGER sign_off_no_update BEFORE UPDATE ON sign_off BEGIN
    SELECT RAISE(ABORT, 'sign_off_no_update: a sign-off is never changed');
END;

CREATE TRIGGER sign_off_no_delete BEFORE DELETE ON sign_off BEGIN
    SELECT RAISE(ABORT, 'sign_off_no_delete: a sign-off is never deleted');
END;

-- INSERT OR REPLACE deletes without firing a delete trigger.
CREATE TRIGGER sign_off_once BEFORE INSERT ON sign_off
WHEN EXISTS (
    SELECT 1 FROM sign_off WHERE proposal = NEW.proposal AND version = NEW.version AND person = NEW.person
) BEGIN
    SELECT RAISE(ABORT, 'sign_off_once: one person signs a version once');
END;
