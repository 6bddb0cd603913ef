-- What is done to proposals is in the audit trail too, by version, and it is read by day, by kind, and for
-- when an account was last signed in to.
-- A line names the account; the person and the office are those of the account, which never change
-- (`account_only_closed`), so that they need not be here twice.
--
-- Safe: a column that may be empty, and indexes that no constraint rests on. Adding a column fires no
-- trigger and changes no line.
ALTER TABLE audit ADD COLUMN version INTEGER CONSTRAINT audit_version_check CHECK (version IS NULL OR version >= 1);

CREATE INDEX audit_at_idx ON audit (at);
CREATE INDEX audit_action_idx ON audit (action, at);
CREATE INDEX audit_account_idx ON audit (account, action, outcome, at);
