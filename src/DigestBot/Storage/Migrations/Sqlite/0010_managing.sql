-- Which chat is managed from a private one.
CREATE TABLE managing (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    managed_chat TEXT NOT NULL,
    managed_thread TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (platform, chat, thread)
) STRICT, WITHOUT ROWID;
