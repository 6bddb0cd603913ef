-- Who did what about accounts, sessions and refused acts. It only grows, whoever holds the
-- connection. It holds no secret, and no name that was typed and does not exist: people type their
-- password there.
--
-- Safe: a new table with its triggers.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY CONSTRAINT audit_id_check CHECK (id > 0),
    at INTEGER NOT NULL,
    account TEXT CONSTRAINT audit_account_fkey REFERENCES account (id),
    action TEXT NOT NULL CONSTRAINT audit_action_check CHECK (length(action) BETWEEN 1 AND 60),
    subject TEXT CONSTRAINT audit_subject_check CHECK (length(subject) BETWEEN 1 AND 300),
    outcome TEXT NOT NULL CONSTRAINT audit_outcome_check CHECK (outcome IN ('done', 'refused')),
    request TEXT CONSTRAINT audit_request_check CHECK (length(request) BETWEEN 1 AND 100)
) STRICT;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit_no_update: the audit trail is never changed');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit_no_delete: the audit trail is never shortened');
END;

-- INSERT OR REPLACE deletes without firing a delete trigger.
CREATE TRIGGER audit_no_second_insert BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'audit_no_second_insert: a line of the audit trail is never replaced');
END;
