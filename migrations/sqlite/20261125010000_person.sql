-- A person is not an account: one person may hold several accounts and counts once wherever two
-- persons are asked for. Entries hold pseudonyms made from the id, so it never leaves the private
-- tables and is opaque: nothing about the person can be read from it.
--
-- Safe: a new table.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY CONSTRAINT person_id_check CHECK (length(id) BETWEEN 1 AND 64),
    added_at INTEGER NOT NULL
) STRICT;
