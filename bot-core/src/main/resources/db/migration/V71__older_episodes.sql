-- Older episodes that somebody wants to be read; a row goes when the next ones of its show are wanted.
CREATE TABLE older_episodes (
    episode_id TEXT PRIMARY KEY REFERENCES episodes (id) ON DELETE CASCADE,
    show_id    TEXT NOT NULL
);

CREATE INDEX older_episodes_by_show ON older_episodes (show_id);
