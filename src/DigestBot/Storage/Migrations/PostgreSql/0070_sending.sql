-- What is about to leave is put on record by sending_at alone, which no index holds, and the free part of a page takes the new
-- version of the row: no index is written. What was on its way is still told from what was only leased.
UPDATE deliveries SET sending_at = NULL WHERE state IN (0, 1);
UPDATE deliveries SET state = 1 WHERE state = 2;
DROP INDEX deliveries_held;
DROP INDEX deliveries_open;
CREATE INDEX deliveries_held ON deliveries (platform, lease_until) WHERE state = 1;
-- By done_at rather than by state: what looks for pending rows then has one index that fits, whatever a planner believes.
CREATE INDEX deliveries_open ON deliveries (platform, chat, thread) WHERE done_at IS NULL;
ALTER TABLE deliveries SET (fillfactor = 70);
