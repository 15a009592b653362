-- What is leased keeps the state of what is pending and has an owner, which no index holds: leasing writes the row alone.
UPDATE deliveries SET state = 0 WHERE state = 1;
DROP INDEX deliveries_held;
