-- Chats that are forums, and which of their posts an article has.
ALTER TABLE chats ADD COLUMN forum integer NOT NULL DEFAULT 0;

CREATE TABLE forum_posts (
    platform text NOT NULL,
    chat text NOT NULL,
    thread text NOT NULL,
    article text NOT NULL,
    post text,
    nonce text NOT NULL,
    begun_at bigint NOT NULL,
    PRIMARY KEY (platform, chat, thread, article)
);
