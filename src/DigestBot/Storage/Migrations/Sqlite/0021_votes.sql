-- What readers think of an article: one vote a person, the last one counts.
CREATE TABLE votes (
    article TEXT NOT NULL,
    platform TEXT NOT NULL,
    voter TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    is_up INTEGER NOT NULL,
    voted_at INTEGER NOT NULL,
    PRIMARY KEY (article, platform, voter)
) STRICT, WITHOUT ROWID;

CREATE INDEX votes_chat ON votes (platform, chat, thread);
