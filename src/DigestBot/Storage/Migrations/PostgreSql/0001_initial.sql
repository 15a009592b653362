-- Instants are UTC in Unix milliseconds; a chat outside threads has the empty thread; states and lanes are numbered as in the code.

-- Names this database: nonces are made from it, so that no two databases make the same.
CREATE TABLE store (id text NOT NULL PRIMARY KEY);
INSERT INTO store (id) VALUES (replace(gen_random_uuid()::text, '-', ''));

CREATE TABLE editions (
    number bigint NOT NULL PRIMARY KEY,
    article text NOT NULL,
    hash text NOT NULL,
    sections text NOT NULL,
    seen_at bigint NOT NULL
);

CREATE TABLE chats (
    platform text NOT NULL,
    chat text NOT NULL,
    thread text NOT NULL,
    language text,
    zone text NOT NULL,
    quiet_from text,
    quiet_to text,
    silent integer NOT NULL,
    pin integer NOT NULL,
    rich integer NOT NULL,
    pause_by_platform integer NOT NULL DEFAULT 0,
    pause_reason text,
    pause_since bigint,
    pause_until bigint,
    PRIMARY KEY (platform, chat, thread)
);

CREATE INDEX chats_paused ON chats (pause_since) WHERE pause_since IS NOT NULL;

CREATE TABLE subscriptions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform text NOT NULL,
    chat text NOT NULL,
    thread text NOT NULL,
    target text NOT NULL,
    wants text NOT NULL,
    schedule text NOT NULL,
    position bigint,
    serial_article text,
    serial_posted integer,
    last_slot text,
    next_slot text,
    next_due bigint,
    after_pause integer NOT NULL DEFAULT 0,
    UNIQUE (platform, chat, thread, target),
    FOREIGN KEY (platform, chat, thread) REFERENCES chats (platform, chat, thread)
);

CREATE INDEX subscriptions_due ON subscriptions (next_due, target) WHERE next_due IS NOT NULL;

-- A rendered message is stored once, however many chats get it.
CREATE TABLE messages (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, created_at bigint NOT NULL);

CREATE TABLE message_parts (
    message bigint NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    part integer NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (message, part)
);

-- The ledger. It outlives subscriptions, whose ids are never given again. A hundred thousand rows a second come in at seven:
-- it has the indexes that its statements need and no more, and pruning sees to it that messages outlive it. Each row changes
-- state three times in a minute, so it is vacuumed early.
CREATE TABLE deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message bigint NOT NULL,
    part integer NOT NULL,
    platform text NOT NULL,
    chat text NOT NULL,
    thread text NOT NULL,
    subscription bigint,
    slot text,
    request text,
    lane integer NOT NULL,
    state integer NOT NULL DEFAULT 0,
    due_at bigint NOT NULL,
    not_before bigint NOT NULL,
    expires_at bigint NOT NULL,
    owner text,
    lease_until bigint,
    attempt integer NOT NULL DEFAULT 0,
    sending_at bigint,
    unanswered_at bigint,
    done_at bigint,
    sent_id text,
    reason text
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

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
    platform text NOT NULL,
    chat text NOT NULL,
    not_before bigint NOT NULL,
    PRIMARY KEY (platform, chat)
);

-- The one instance that sends on a platform.
CREATE TABLE platforms (
    platform text NOT NULL PRIMARY KEY,
    owner text NOT NULL,
    held_until bigint NOT NULL
);
