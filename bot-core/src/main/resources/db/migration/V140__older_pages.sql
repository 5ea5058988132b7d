-- The way back through the pages of a feed that lists only its latest episodes on the first (RFC 5005), and how far it was
-- gone. A row is there for each show whose feed has older pages.
CREATE TABLE older_pages (
    show_id  TEXT    PRIMARY KEY REFERENCES shows (id) ON DELETE CASCADE,
    next     TEXT,
    seen     TEXT    NOT NULL,
    wanted   INTEGER NOT NULL,
    due      BIGINT  NOT NULL,
    failures INTEGER NOT NULL
);
