-- Files that a proposal's statement names by SHA-256, kept here until the entry that names them is
-- published and they become public blobs.
--
-- Safe: a new table.
CREATE TABLE attachment (
    proposal TEXT NOT NULL CONSTRAINT attachment_proposal_fkey REFERENCES proposal (id),
    hash BLOB NOT NULL CONSTRAINT attachment_hash_check CHECK (length(hash) = 32),
    bytes BLOB NOT NULL CONSTRAINT attachment_bytes_check CHECK (length(bytes) > 0),
    account TEXT NOT NULL CONSTRAINT attachment_account_fkey REFERENCES account (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (proposal, hash)
) STRICT;
