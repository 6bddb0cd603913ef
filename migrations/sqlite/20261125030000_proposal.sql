-- Facts on their way to the register. A proposal is begun by an office and written only by it; each
-- edit is a new version, and older versions stay. `statement` is the canonical bytes that people put
-- their names to, or nothing as long as the form does not parse; `fields` is the form as typed.
-- `side` is the country or the depositary authority of the office that began it.
--
-- `published_idx` is checked at the end of the transaction: the row is moved before the entry is
-- written, so that a proposal that is no longer as it was decided on is refused first.
--
-- Safe: new tables with their triggers; the tables of accounts that they name are older.
CREATE TABLE proposal (
    id TEXT NOT NULL PRIMARY KEY CONSTRAINT proposal_id_check CHECK (length(id) BETWEEN 1 AND 64),
    version INTEGER NOT NULL CONSTRAINT proposal_version_check CHECK (version >= 1),
    state TEXT NOT NULL CONSTRAINT proposal_state_check CHECK (
        state IN ('draft', 'submitted', 'countersigned', 'returned', 'withdrawn', 'published')
    ),
    instrument TEXT NOT NULL,
    participant TEXT,
    occasion TEXT NOT NULL,
    author TEXT NOT NULL CONSTRAINT proposal_author_fkey REFERENCES account (id),
    author_office TEXT NOT NULL,
    side TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    returned_reason TEXT,
    returned_by TEXT,
    returned_at INTEGER,
    published_idx INTEGER CONSTRAINT proposal_published_idx_fkey REFERENCES entry (idx) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT proposal_published_check CHECK ((state = 'published') = (published_idx IS NOT NULL)),
    CONSTRAINT proposal_returned_check CHECK (
        (returned_reason IS NULL) = (returned_by IS NULL) AND (returned_reason IS NULL) = (returned_at IS NULL)
        AND (state <> 'returned' OR returned_reason IS NOT NULL)
    )
) STRICT;

CREATE UNIQUE INDEX proposal_published_idx_key ON proposal (published_idx) WHERE published_idx IS NOT NULL;
CREATE INDEX proposal_side_idx ON proposal (side, updated_at);
CREATE INDEX proposal_state_idx ON proposal (state, updated_at);

-- What is published or withdrawn stays as it is, and a version never goes back.
CREATE TRIGGER proposal_stays BEFORE UPDATE ON proposal
WHEN OLD.state IN ('published', 'withdrawn') OR NEW.id IS NOT OLD.id OR NEW.version < OLD.version
    OR NEW.author IS NOT OLD.author OR NEW.author_office IS NOT OLD.author_office OR NEW.side IS NOT OLD.side
    OR NEW.instrument IS NOT OLD.instrument OR NEW.participant IS NOT OLD.participant
    OR NEW.occasion IS NOT OLD.occasion BEGIN
    SELECT RAISE(ABORT, 'proposal_stays: a published or withdrawn proposal never changes');
END;

CREATE TRIGGER proposal_no_delete BEFORE DELETE ON proposal BEGIN
    SELECT RAISE(ABORT, 'proposal_no_delete: a proposal can be withdrawn');
END;

-- INSERT OR REPLACE deletes without firing a delete trigger.
CREATE TRIGGER proposal_no_second_insert BEFORE INSERT ON proposal
WHEN EXISTS (SELECT 1 FROM proposal WHERE id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'proposal_no_second_insert: this proposal is here already');
END;

CREATE TABLE proposal_version (
    proposal TEXT NOT NULL CONSTRAINT proposal_version_proposal_fkey REFERENCES proposal (id),
    version INTEGER NOT NULL CONSTRAINT proposal_version_version_check CHECK (version >= 1),
    fields TEXT NOT NULL,
    statement BLOB,
    hash BLOB CONSTRAINT proposal_version_hash_check CHECK (hash IS NULL OR length(hash) = 32),
    account TEXT NOT NULL CONSTRAINT proposal_version_account_fkey REFERENCES account (id),
    person TEXT NOT NULL CONSTRAINT proposal_version_person_fkey REFERENCES person (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (proposal, version),
    CONSTRAINT proposal_version_statement_check CHECK ((statement IS NULL) = (hash IS NULL))
) STRICT;

CREATE TRIGGER proposal_version_no_update BEFORE UPDATE ON proposal_version BEGIN
    SELECT RAISE(ABORT, 'proposal_version_no_update: an edit is a new version');
END;

CREATE TRIGGER proposal_version_no_delete BEFORE DELETE ON proposal_version BEGIN
    SELECT RAISE(ABORT, 'proposal_version_no_delete: older versions stay');
END;

CREATE TRIGGER proposal_version_no_second_insert BEFORE INSERT ON proposal_version
WHEN EXISTS (SELECT 1 FROM proposal_version WHERE proposal = NEW.proposal AND version = NEW.version) BEGIN
    SELECT RAISE(ABORT, 'proposal_version_no_second_insert: this version is here already');
END;
