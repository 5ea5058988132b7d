-- Transcripts that are looked at again for two weeks, because publishers mend them without a word in the feed.
CREATE TABLE watched_transcripts (
    episode_id    TEXT    PRIMARY KEY REFERENCES episodes (id) ON DELETE CASCADE,
    address       TEXT    NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    source        TEXT    NOT NULL,
    format        TEXT    NOT NULL,
    cues          TEXT    NOT NULL,
    looks         INTEGER NOT NULL,
    due           BIGINT
);
CREATE INDEX watched_transcripts_by_due ON watched_transcripts (due);
