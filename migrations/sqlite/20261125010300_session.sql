-- Who is signed in. The key is SHA-256 of the id in the cookie, so a copy of this table signs nobody
-- in; the form token is computed from the id and is not stored at all. A session is ended by a mark,
-- never by removing its row while a request may still hold it, and the mark cannot be taken back: a
-- request that was under way at the sign-out cannot bring the session back.
--
-- Safe: a new table.
CREATE TABLE session (
    key BLOB NOT NULL PRIMARY KEY CONSTRAINT session_key_check CHECK (length(key) = 32),
    account TEXT NOT NULL CONSTRAINT session_account_fkey REFERENCES account (id),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    address TEXT NOT NULL CONSTRAINT session_address_check CHECK (length(address) BETWEEN 1 AND 45),
    user_agent TEXT CONSTRAINT session_user_agent_check CHECK (length(user_agent) <= 200),
    CONSTRAINT session_expires_at_check CHECK (expires_at > created_at)
) STRICT;

-- For ending all sessions of an account, and the oldest ones beyond the limit.
CREATE INDEX session_account_idx ON session (account, created_at) WHERE revoked_at IS NULL;
-- For removing rows long after they expired.
CREATE INDEX session_expires_at_idx ON session (expires_at);

CREATE TRIGGER session_stays_ended BEFORE UPDATE ON session
WHEN OLD.revoked_at IS NOT NULL OR NEW.key IS NOT OLD.key OR NEW.account IS NOT OLD.account
    OR NEW.expires_at > OLD.expires_at BEGIN
    SELECT RAISE(ABORT, 'session_stays_ended: a session that ended stays ended');
END;
