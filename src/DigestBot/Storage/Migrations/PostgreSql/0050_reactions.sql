-- Which articles stand in full in a message: a reaction to it is about these.
CREATE TABLE message_articles (
    message bigint NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    article text NOT NULL,
    PRIMARY KEY (message, article)
);

CREATE INDEX deliveries_sent ON deliveries (chat, sent_id) WHERE sent_id IS NOT NULL AND slot IS NOT NULL;

-- Thumbs on the posts of chats where the platform says how many there are and not whose.
CREATE TABLE tallies (
    platform text NOT NULL,
    chat text NOT NULL,
    thread text NOT NULL,
    sent_id text NOT NULL,
    article text NOT NULL,
    up integer NOT NULL,
    down integer NOT NULL,
    PRIMARY KEY (platform, chat, sent_id, article)
);
