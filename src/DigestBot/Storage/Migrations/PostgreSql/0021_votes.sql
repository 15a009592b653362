-- What readers think of an article: one vote a person, the last one counts.
CREATE TABLE votes (
    article text NOT NULL,
    platform text NOT NULL,
    voter text NOT NULL,
    chat text NOT NULL,
    thread text NOT NULL,
    is_up integer NOT NULL,
    voted_at bigint NOT NULL,
    PRIMARY KEY (article, platform, voter)
);

CREATE INDEX votes_chat ON votes (platform, chat, thread);
