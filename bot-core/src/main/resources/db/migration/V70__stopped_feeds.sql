-- When somebody last asked that a stopped feed is tried again.
ALTER TABLE feed_states ADD COLUMN retried BIGINT;

-- Which audience was told that a feed stopped. A feed that was read after that, and stops again, is told again.
CREATE TABLE told_stops (
    audience_id TEXT   NOT NULL,
    show_id     TEXT   NOT NULL REFERENCES shows (id) ON DELETE CASCADE,
    last_read   BIGINT NOT NULL,
    PRIMARY KEY (audience_id, show_id)
);

CREATE INDEX told_stops_by_show ON told_stops (show_id);
