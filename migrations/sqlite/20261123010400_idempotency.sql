-- An error is not a "no": who lost the answer asks again with the same key and gets the first
-- receipt. Written in the transaction of the entries it answers for. Private: keys are not public.
--
-- Safe: a new table.
CREATE TABLE idempotency (
    key TEXT NOT NULL PRIMARY KEY CONSTRAINT idempotency_key_check CHECK (length(key) BETWEEN 1 AND 200),
    request_digest BLOB NOT NULL CONSTRAINT idempotency_request_digest_check CHECK (length(request_digest) = 32),
    first_index INTEGER NOT NULL CONSTRAINT idempotency_first_index_fkey REFERENCES entry (idx),
    entry_count INTEGER NOT NULL CONSTRAINT idempotency_entry_count_check CHECK (entry_count > 0),
    first_recorded_at INTEGER NOT NULL
) STRICT;
