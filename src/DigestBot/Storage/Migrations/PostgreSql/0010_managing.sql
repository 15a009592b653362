-- Which chat is managed from a private one.
CREATE TABLE managing (
    platform text NOT NULL,
    chat text NOT NULL,
    thread text NOT NULL,
    managed_chat text NOT NULL,
    managed_thread text NOT NULL,
    title text NOT NULL,
    PRIMARY KEY (platform, chat, thread)
);
