-- What editors cut to the front of their episodes, to learn from: vectors and scores, no words.
-- Each example is a little-endian 32-bit score, a 16-bit count of dimensions and one signed byte for each of them.
CREATE TABLE cold_opens (
    episode_id TEXT PRIMARY KEY REFERENCES episodes (id) ON DELETE CASCADE,
    clips INTEGER NOT NULL,
    clip_examples BYTEA NOT NULL,
    other_examples BYTEA NOT NULL
);
