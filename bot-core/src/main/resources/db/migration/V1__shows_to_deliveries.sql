-- One schema for SQLite and PostgreSQL.
-- Moments are BIGINT epoch milliseconds: both databases sort and compare them alike, and no driver can shift their zone.
-- Ids are TEXT and made from what they name, so that doing a step twice writes the same rows.
-- Bytes are BYTEA: PostgreSQL's name; SQLite stores bytes under any name.

CREATE TABLE shows (
    id          TEXT PRIMARY KEY,
    feed        TEXT NOT NULL UNIQUE,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    link        TEXT,
    artwork     TEXT,
    language    TEXT NOT NULL,
    persons     TEXT NOT NULL
);

CREATE TABLE feed_states (
    show_id       TEXT PRIMARY KEY REFERENCES shows (id) ON DELETE CASCADE,
    etag          TEXT,
    last_modified TEXT,
    next_read     BIGINT  NOT NULL,
    last_read     BIGINT,
    failures      INTEGER NOT NULL,
    trouble       TEXT
);

CREATE TABLE episodes (
    id               TEXT PRIMARY KEY,
    show_id          TEXT   NOT NULL REFERENCES shows (id) ON DELETE CASCADE,
    guid             TEXT   NOT NULL,
    title            TEXT   NOT NULL,
    link             TEXT,
    published        BIGINT NOT NULL,
    enclosure_url    TEXT,
    enclosure_type   TEXT,
    enclosure_length BIGINT,
    duration         BIGINT,
    season           INTEGER,
    number           TEXT,
    kind             TEXT   NOT NULL,
    persons          TEXT   NOT NULL,
    transcripts      TEXT   NOT NULL,
    chapters         TEXT,
    notes            TEXT   NOT NULL
);

CREATE INDEX episodes_by_show ON episodes (show_id, published);
CREATE INDEX episodes_by_date ON episodes (published);

CREATE TABLE episode_keys (
    show_id    TEXT NOT NULL REFERENCES shows (id) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    episode_id TEXT NOT NULL REFERENCES episodes (id) ON DELETE CASCADE,
    PRIMARY KEY (show_id, key)
);

CREATE INDEX episode_keys_by_episode ON episode_keys (episode_id);

CREATE TABLE readings (
    episode_id TEXT PRIMARY KEY REFERENCES episodes (id) ON DELETE CASCADE,
    state      TEXT    NOT NULL,
    detail     TEXT    NOT NULL,
    transcript TEXT    NOT NULL,
    insights   INTEGER NOT NULL,
    refused    TEXT    NOT NULL,
    at         BIGINT  NOT NULL
);

CREATE INDEX readings_by_state ON readings (state);

-- The row of this table is locked while insights are written: numbers become visible in their own order, which
-- an identity column does not promise when two transactions overlap.
CREATE TABLE counters (
    name  TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

INSERT INTO counters (name, value) VALUES ('insights', 0);

CREATE TABLE insights (
    id                TEXT PRIMARY KEY,
    sequence          BIGINT           NOT NULL UNIQUE,
    episode_id        TEXT             NOT NULL REFERENCES episodes (id) ON DELETE CASCADE,
    show_id           TEXT             NOT NULL,
    headline          TEXT             NOT NULL,
    explanation       TEXT             NOT NULL,
    quote             TEXT             NOT NULL,
    speaker           TEXT             NOT NULL,
    quote_start       BIGINT           NOT NULL,
    quote_end         BIGINT           NOT NULL,
    quote_approximate BOOLEAN          NOT NULL,
    score             DOUBLE PRECISION NOT NULL,
    quality           DOUBLE PRECISION NOT NULL,
    published         BIGINT           NOT NULL,
    extractor         TEXT             NOT NULL,
    terms             TEXT             NOT NULL,
    embedding         BYTEA            NOT NULL,
    retired           BOOLEAN          NOT NULL
);

CREATE INDEX insights_by_episode ON insights (episode_id);
CREATE INDEX insights_by_date ON insights (published);

CREATE TABLE boilerplate (
    episode_id TEXT PRIMARY KEY REFERENCES episodes (id) ON DELETE CASCADE,
    show_id    TEXT  NOT NULL,
    shingles   BYTEA NOT NULL
);

CREATE INDEX boilerplate_by_show ON boilerplate (show_id);

CREATE TABLE subscriptions (
    id            TEXT PRIMARY KEY,
    audience_id   TEXT    NOT NULL,
    platform      TEXT    NOT NULL,
    audience_kind TEXT    NOT NULL,
    tenant        TEXT    NOT NULL,
    address       TEXT    NOT NULL,
    topics        TEXT    NOT NULL,
    shows         TEXT    NOT NULL,
    muted_topics  TEXT    NOT NULL,
    muted_shows   TEXT    NOT NULL,
    wanted        INTEGER NOT NULL,
    brief_time    TEXT    NOT NULL,
    zone          TEXT    NOT NULL,
    days          TEXT    NOT NULL,
    active        BOOLEAN NOT NULL
);

CREATE INDEX subscriptions_by_audience ON subscriptions (audience_id);

CREATE TABLE seen_insights (
    audience_id TEXT   NOT NULL,
    insight_id  TEXT   NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
    day         TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (audience_id, insight_id)
);

CREATE INDEX seen_insights_by_date ON seen_insights (audience_id, at);
CREATE INDEX seen_insights_by_insight ON seen_insights (insight_id);

-- No reference to subscriptions: what was sent stays known after somebody unsubscribed.
CREATE TABLE deliveries (
    subscription_id TEXT    NOT NULL,
    day             TEXT    NOT NULL,
    audience_id     TEXT    NOT NULL,
    platform        TEXT    NOT NULL,
    address         TEXT    NOT NULL,
    message         TEXT    NOT NULL,
    due             BIGINT  NOT NULL,
    state           TEXT    NOT NULL,
    attempts        INTEGER NOT NULL,
    fence           BIGINT  NOT NULL,
    lease           BIGINT  NOT NULL,
    receipt         TEXT,
    reason          TEXT    NOT NULL,
    PRIMARY KEY (subscription_id, day)
);

-- db-scheduler's table, in types that both databases take.
CREATE TABLE scheduled_tasks (
    task_name            TEXT                     NOT NULL,
    task_instance        TEXT                     NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN                  NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT                   NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
