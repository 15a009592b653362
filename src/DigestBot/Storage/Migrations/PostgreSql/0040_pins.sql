-- What the bot has pinned: a newer digest takes it off.
CREATE TABLE pins (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (platform, chat, thread, message)
);
