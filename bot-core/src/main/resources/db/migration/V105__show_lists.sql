-- Whether a show is on the installation's own list, which every workspace sees. What was followed before, everybody saw.
ALTER TABLE shows ADD COLUMN offered BOOLEAN NOT NULL DEFAULT TRUE;

-- What a workspace of many added for itself, and what it left out of that list.
CREATE TABLE own_shows (
    platform TEXT    NOT NULL,
    tenant   TEXT    NOT NULL,
    show_id  TEXT    NOT NULL REFERENCES shows (id) ON DELETE CASCADE,
    follows  BOOLEAN NOT NULL,
    PRIMARY KEY (platform, tenant, show_id)
);

CREATE INDEX own_shows_by_show ON own_shows (show_id);

-- Workspaces that are there keep what they had, also when it goes off the list.
INSERT INTO own_shows (platform, tenant, show_id, follows)
SELECT installations.platform, installations.tenant, shows.id, TRUE FROM installations CROSS JOIN shows;

-- Grows with every change, so that lists in memory are known to be old.
INSERT INTO counters (name, value) VALUES ('show_lists', 0);
