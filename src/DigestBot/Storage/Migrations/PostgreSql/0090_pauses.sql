-- The pause that somebody had asked for, while the platform's own covers it.
ALTER TABLE chats ADD COLUMN asked_since bigint;
ALTER TABLE chats ADD COLUMN asked_until bigint;
