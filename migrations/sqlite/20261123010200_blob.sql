-- Long texts and files, named by entries by SHA-256. A withdrawn blob loses its bytes and gains a
-- reason; its hash stays, because entries go on naming it.
--
-- Safe: a new table.
CREATE TABLE blob (
    hash BLOB NOT NULL PRIMARY KEY CONSTRAINT blob_hash_check CHECK (length(hash) = 32),
    bytes BLOB,
    length INTEGER NOT NULL CONSTRAINT blob_length_check CHECK (length >= 0),
    withdrawn_reason TEXT,
    CONSTRAINT blob_present_or_withdrawn_check CHECK ((bytes IS NULL) = (withdrawn_reason IS NOT NULL)),
    CONSTRAINT blob_bytes_check CHECK (bytes IS NULL OR length(bytes) = length),
    CONSTRAINT blob_withdrawn_reason_check CHECK (withdrawn_reason IS NULL OR length(trim(withdrawn_reason)) > 0)
) STRICT;
