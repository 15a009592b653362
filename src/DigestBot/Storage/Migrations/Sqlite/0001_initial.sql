-- Instants are UTC in Unix milliseconds; a chat outside threads has the empty thread; states and lanes are numbered as in the code.

-- Names this database: nonces are made from it, so that no two databases make the same.
CREATE TABLE store (id TEXT NOT NULL PRIMARY KEY) STRICT;
INSERT INTO store (id) VALUES (lower(hex(randomblob(16))));

CREATE TABLE editions (
    number INTEGER NOT NULL PRIMARY KEY,
    article TEXT NOT NULL,
    hash TEXT NOT NULL,
    sections TEXT NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE chats (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    language TEXT,
    zone TEXT NOT NULL,
    quiet_from TEXT,
    quiet_to TEXT,
    silent INTEGER NOT NULL,
    pin INTEGER NOT NULL,
    rich INTEGER NOT NULL,
    pause_by_platform INTEGER NOT NULL DEFAULT 0,
    pause_reason TEXT,
    pause_since INTEGER,
    pause_until INTEGER,
    PRIMARY KEY (platform, chat, thread)
) STRICT, WITHOUT ROWID;

CREATE INDEX chats_paused ON chats (pause_since) WHERE pause_since IS NOT NULL;

CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    target TEXT NOT NULL,
    wants TEXT NOT NULL,
    schedule TEXT NOT NULL,
    position INTEGER,
    serial_article TEXT,
    serial_posted INTEGER,
    last_slot TEXT,
    next_slot TEXT,
    next_due INTEGER,
    after_pause INTEGER NOT NULL DEFAULT 0,
    UNIQUE (platform, chat, thread, target),
    FOREIGN KEY (platform, chat, thread) REFERENCES chats (platform, chat, thread)
) STRICT;

CREATE INDEX subscriptions_due ON subscriptions (next_due, target) WHERE next_due IS NOT NULL;

-- A rendered message is stored once, however many chats get it.
CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, created_at INTEGER NOT NULL) STRICT;

CREATE TABLE message_parts (
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (message, part)
) STRICT;

-- The ledger. It outlives subscriptions, whose ids are never given again. A hundred thousand rows a second come in at seven:
-- it has the indexes that its statements need and no more, and pruning sees to it that messages outlive it.
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message INTEGER NOT NULL,
    part INTEGER NOT NULL,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread TEXT NOT NULL,
    subscription INTEGER,
    slot TEXT,
    request TEXT,
    lane INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    owner TEXT,
    lease_until INTEGER,
    attempt INTEGER NOT NULL DEFAULT 0,
    sending_at INTEGER,
    unanswered_at INTEGER,
    done_at INTEGER,
    sent_id TEXT,
    reason TEXT
) STRICT;

CREATE UNIQUE INDEX deliveries_slot ON deliveries (subscription, slot, part) WHERE subscription IS NOT NULL;
CREATE UNIQUE INDEX deliveries_request ON deliveries (request, part) WHERE request IS NOT NULL;
CREATE INDEX deliveries_pending ON deliveries (platform, lane, due_at, id) WHERE state = 0;
CREATE INDEX deliveries_expiry ON deliveries (platform, expires_at) WHERE state = 0;
CREATE INDEX deliveries_held ON deliveries (platform, lease_until) WHERE state IN (1, 2);
CREATE INDEX deliveries_open ON deliveries (platform, chat, thread) WHERE state <= 2;
CREATE INDEX deliveries_done ON deliveries (platform, state, done_at) WHERE state > 2;
CREATE INDEX deliveries_unanswered ON deliveries (unanswered_at) WHERE unanswered_at IS NOT NULL;

-- Chats that the platform told to wait, with all their threads.
CREATE TABLE holds (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    PRIMARY KEY (platform, chat)
) STRICT, WITHOUT ROWID;

-- The one instance that sends on a platform.
CREATE TABLE platforms (
    platform TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    held_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
