-- What digests show in a chat, as parts by name; NULL for what the operator set.
ALTER TABLE chats ADD COLUMN layout TEXT;
