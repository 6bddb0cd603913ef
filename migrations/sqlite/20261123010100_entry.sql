-- The register: canonical bytes, verbatim, with their leaf hash and the root after them.
-- Each row keeps its root so that a damaged register shows where the damage begins.
--
-- Safe: a new table.
CREATE TABLE entry (
    idx INTEGER PRIMARY KEY CONSTRAINT entry_idx_check CHECK (idx >= 0),
    bytes BLOB NOT NULL CONSTRAINT entry_bytes_check CHECK (length(bytes) > 0),
    leaf_hash BLOB NOT NULL CONSTRAINT entry_leaf_hash_check CHECK (length(leaf_hash) = 32),
    root_after BLOB NOT NULL CONSTRAINT entry_root_after_check CHECK (length(root_after) = 32)
) STRICT;
