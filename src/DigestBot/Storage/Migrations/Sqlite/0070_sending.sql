-- What is about to leave is put on record by sending_at alone, which no index holds. What was on its way is still told from
-- what was only leased.
UPDATE deliveries SET sending_at = NULL WHERE state IN (0, 1);
UPDATE deliveries SET state = 1 WHERE state = 2;
DROP INDEX deliveries_held;
DROP INDEX deliveries_open;
CREATE INDEX deliveries_held ON deliveries (platform, lease_until) WHERE state = 1;
CREATE INDEX deliveries_open ON deliveries (platform, chat, thread) WHERE done_at IS NULL;
