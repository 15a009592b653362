-- What is leased keeps the state of what is pending and has an owner, which no index holds: leasing writes the row alone, into the
-- free part of its page, and so does putting it on record as leaving. That takes room for two more versions of each row.
UPDATE deliveries SET state = 0 WHERE state = 1;
DROP INDEX deliveries_held;
ALTER TABLE deliveries SET (fillfactor = 40);
