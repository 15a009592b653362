-- A large group is enqueued some thousands at a time, in the order of the ids: with them in the index none is looked at twice.
DROP INDEX subscriptions_due;
CREATE INDEX subscriptions_due ON subscriptions (next_due, target, id) WHERE next_due IS NOT NULL;
