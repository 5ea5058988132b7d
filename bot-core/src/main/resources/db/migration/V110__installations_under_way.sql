-- Installations that somebody has begun in a browser, so that a restart does not end them.
CREATE TABLE installations_under_way (
    platform TEXT   NOT NULL,
    state    TEXT   NOT NULL,
    until    BIGINT NOT NULL,
    PRIMARY KEY (platform, state)
);
CREATE INDEX installations_by_end ON installations_under_way (until);
