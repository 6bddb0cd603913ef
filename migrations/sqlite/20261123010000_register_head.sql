-- One row says where the register ends: how many entries, the root over them, and the frontier
-- (the roots of the complete subtrees, the largest first, 32 bytes each) from which the next root
-- follows without reading an entry. The next number comes from here, inside the write lock, so
-- numbers have no gap. `recorded_at` (UTC microseconds) is that of the last entry: the next is later.
--
-- Safe: a new table with its one row.
CREATE TABLE register_head (
    id INTEGER PRIMARY KEY CONSTRAINT register_head_one_row_check CHECK (id = 1),
    size INTEGER NOT NULL CONSTRAINT register_head_size_check CHECK (size >= 0),
    root BLOB NOT NULL CONSTRAINT register_head_root_check CHECK (length(root) = 32),
    frontier BLOB NOT NULL CONSTRAINT register_head_frontier_check CHECK (length(frontier) % 32 = 0),
    recorded_at INTEGER CONSTRAINT register_head_recorded_at_check CHECK ((size = 0) = (recorded_at IS NULL))
) STRICT;

-- The root of nothing is SHA-256 of no bytes.
INSERT INTO register_head (id, size, root, frontier, recorded_at)
VALUES (1, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'', NULL);
