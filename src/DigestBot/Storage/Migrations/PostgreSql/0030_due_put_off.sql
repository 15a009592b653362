-- A subscription moves on with each of its slots, a hundred thousand in the same second. Where no indexed column changes, that
-- writes a row and no index: what is due is found by not_before, which may stay behind until there is time for it. It is never
-- later than next_due, whoever writes the row, so that nothing due is overlooked.
DROP INDEX subscriptions_due;
ALTER TABLE subscriptions SET (fillfactor = 50);
ALTER TABLE subscriptions ADD COLUMN not_before bigint;
UPDATE subscriptions SET not_before = next_due WHERE next_due IS NOT NULL;
CREATE INDEX subscriptions_not_before ON subscriptions (not_before, target, id) WHERE not_before IS NOT NULL;

CREATE FUNCTION subscription_comes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.not_before := NEW.next_due;
    RETURN NEW;
END $$;

CREATE TRIGGER subscription_comes BEFORE INSERT ON subscriptions FOR EACH ROW EXECUTE FUNCTION subscription_comes();

-- Afterwards and not before: a trigger before an update would lock each row once more, also those that it has nothing to do with.
CREATE FUNCTION subscription_comes_sooner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE subscriptions SET not_before = NEW.next_due WHERE id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER subscription_comes_sooner AFTER UPDATE OF next_due ON subscriptions FOR EACH ROW
    WHEN (NEW.next_due IS NOT NULL AND (NEW.not_before IS NULL OR NEW.not_before > NEW.next_due))
    EXECUTE FUNCTION subscription_comes_sooner();
