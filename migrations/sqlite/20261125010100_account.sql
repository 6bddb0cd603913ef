-- Who may sign in, as which person, in which role. A role is bound to what it acts for, and to
-- nothing else; it never changes: an account is closed and another is added, so that what was signed
-- off stays readable. `name_key` is the name in NFC with capitals folded: two names that look the
-- same to a reader are one. A closed account keeps its row; its name may be taken again by the same
-- person only, which the program checks in the transaction that adds.
--
-- Safe: a new table.
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY CONSTRAINT account_id_check CHECK (length(id) BETWEEN 1 AND 64),
    person TEXT NOT NULL CONSTRAINT account_person_fkey REFERENCES person (id),
    name TEXT NOT NULL CONSTRAINT account_name_check CHECK (length(name) BETWEEN 1 AND 100),
    name_key TEXT NOT NULL CONSTRAINT account_name_key_check CHECK (length(name_key) BETWEEN 1 AND 300),
    role TEXT NOT NULL CONSTRAINT account_role_check CHECK (
        role IN ('liaison', 'verifier', 'depositary_officer', 'leader', 'administrator', 'auditor')
    ),
    entity TEXT,
    authority TEXT,
    added_at INTEGER NOT NULL,
    closed_at INTEGER,
    CONSTRAINT account_entity_check CHECK ((role IN ('liaison', 'verifier')) = (entity IS NOT NULL)),
    CONSTRAINT account_authority_check CHECK ((role = 'depositary_officer') = (authority IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX account_name_key_open_key ON account (name_key) WHERE closed_at IS NULL;
CREATE INDEX account_name_key_idx ON account (name_key);
CREATE INDEX account_person_idx ON account (person);

-- An account is never moved to another person, given another role or opened again.
CREATE TRIGGER account_only_closed BEFORE UPDATE ON account
WHEN NEW.id IS NOT OLD.id OR NEW.person IS NOT OLD.person OR NEW.role IS NOT OLD.role
    OR NEW.entity IS NOT OLD.entity OR NEW.authority IS NOT OLD.authority
    OR (OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT OLD.closed_at) BEGIN
    SELECT RAISE(ABORT, 'account_only_closed: close the account and add another');
END;
