-- Chats that are forums, and which of their posts an article has.
ALTER TABLE chats ADD COLUMN forum INTEGER NOT NULL DEFAULT 0;

CREATE TABLE forum_posts (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    article TEXT NOT NULL,
    post TEXT,
    nonce TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    PRIMARY KEY (platform, chat, thread, article)
) STRICT, WITHOUT ROWID;
