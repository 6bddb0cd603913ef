-- The register only grows, whoever holds the connection. INSERT OR REPLACE deletes without firing
-- a delete trigger, so inserts are watched too.
--
-- Safe: triggers on tables that nothing else writes yet.
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'entry_no_update: an entry is never changed; publish a correction');
END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'entry_no_delete: an entry is never deleted; publish a correction');
END;

CREATE TRIGGER entry_no_gap BEFORE INSERT ON entry
WHEN NEW.idx IS NOT (SELECT coalesce(max(idx) + 1, 0) FROM entry) BEGIN
    SELECT RAISE(ABORT, 'entry_no_gap: the next entry has the next number');
END;

CREATE TRIGGER register_head_no_insert BEFORE INSERT ON register_head BEGIN
    SELECT RAISE(ABORT, 'register_head_no_insert: the register has one head');
END;

CREATE TRIGGER register_head_no_delete BEFORE DELETE ON register_head BEGIN
    SELECT RAISE(ABORT, 'register_head_no_delete: the register has one head');
END;

CREATE TRIGGER register_head_only_grows BEFORE UPDATE ON register_head
WHEN NEW.id IS NOT OLD.id OR NEW.size <= OLD.size OR NEW.recorded_at <= OLD.recorded_at BEGIN
    SELECT RAISE(ABORT, 'register_head_only_grows: a register never gets shorter or older');
END;

CREATE TRIGGER register_head_is_the_last_entry BEFORE UPDATE ON register_head
WHEN NEW.size > OLD.size AND NEW.recorded_at > coalesce(OLD.recorded_at, NEW.recorded_at - 1) AND (
    NEW.root IS NOT (SELECT root_after FROM entry WHERE idx = NEW.size - 1)
    OR EXISTS (SELECT 1 FROM entry WHERE idx >= NEW.size)
) BEGIN
    SELECT RAISE(ABORT, 'register_head_is_the_last_entry: the head names the last entry and its root');
END;

CREATE TRIGGER blob_no_second_insert BEFORE INSERT ON blob
WHEN EXISTS (SELECT 1 FROM blob WHERE hash = NEW.hash) BEGIN
    SELECT RAISE(ABORT, 'blob_no_second_insert: this blob is here already');
END;

CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob BEGIN
    SELECT RAISE(ABORT, 'blob_no_delete: a blob can be withdrawn; its hash stays');
END;

CREATE TRIGGER blob_only_withdrawn BEFORE UPDATE ON blob
WHEN OLD.bytes IS NULL OR NEW.bytes IS NOT NULL
    OR NEW.hash IS NOT OLD.hash OR NEW.length IS NOT OLD.length BEGIN
    SELECT RAISE(ABORT, 'blob_only_withdrawn: a blob can only lose its bytes, once, with a reason');
END;
