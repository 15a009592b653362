-- Which articles stand in full in a message: a reaction to it is about these.
CREATE TABLE message_articles (
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    article TEXT NOT NULL,
    PRIMARY KEY (message, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX deliveries_sent ON deliveries (chat, sent_id) WHERE sent_id IS NOT NULL AND slot IS NOT NULL;

-- Thumbs on the posts of chats where the platform says how many there are and not whose.
CREATE TABLE tallies (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    sent_id TEXT NOT NULL,
    article TEXT NOT NULL,
    up INTEGER NOT NULL,
    down INTEGER NOT NULL,
    PRIMARY KEY (platform, chat, sent_id, article)
) STRICT, WITHOUT ROWID;
