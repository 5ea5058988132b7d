-- What was said, a minute at a time with the next half a minute on: topic queries search it beside the insights.
CREATE TABLE passages (
    sequence    BIGINT PRIMARY KEY,
    episode_id  TEXT    NOT NULL REFERENCES episodes (id) ON DELETE CASCADE,
    show_id     TEXT    NOT NULL,
    published   BIGINT  NOT NULL,
    approximate BOOLEAN NOT NULL,
    lines       TEXT    NOT NULL,
    meaning     BYTEA   NOT NULL
);

CREATE INDEX passages_by_episode ON passages (episode_id);

INSERT INTO counters (name, value) VALUES ('passages', 0);
