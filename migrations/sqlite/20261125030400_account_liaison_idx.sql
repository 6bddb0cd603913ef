-- Whether a participant has a liaison officer here is asked whenever an act is proposed on paper.
--
-- Safe: an index that no constraint rests on.
CREATE INDEX account_liaison_idx ON account (entity) WHERE role = 'liaison' AND closed_at IS NULL;
