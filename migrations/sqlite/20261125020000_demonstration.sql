-- Marks a database that the demonstration made. Its accounts get new one-time passwords, printed at
-- each start, and it is never taken for a real register, nor a real register for it. Private.
--
-- Safe: a new table without a row: every database from before is real.
CREATE TABLE demonstration (
    id INTEGER PRIMARY KEY CONSTRAINT demonstration_one_row_check CHECK (id = 1),
    loaded_at INTEGER NOT NULL
) STRICT;
