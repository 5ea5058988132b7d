-- What people told us: settings, votes, saved insights, and the questions behind buttons.

ALTER TABLE subscriptions ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE subscriptions ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE subscriptions ADD COLUMN away_until TEXT;
ALTER TABLE subscriptions ADD COLUMN mutes TEXT NOT NULL DEFAULT '[]';
-- Nobody could mute anything before there were commands, so there is nothing to carry over.
ALTER TABLE subscriptions DROP COLUMN muted_topics;
ALTER TABLE subscriptions DROP COLUMN muted_shows;

CREATE INDEX subscriptions_by_owner ON subscriptions (owner);
CREATE INDEX deliveries_by_due ON deliveries (due);
CREATE INDEX deliveries_by_audience ON deliveries (audience_id);

-- No reference to insights: the headline stays after a show was removed with all that was found in it.
CREATE TABLE saved_insights (
    person_id  TEXT   NOT NULL,
    insight_id TEXT   NOT NULL,
    headline   TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (person_id, insight_id)
);

-- The latest vote of a person on an insight: TRUE is more of this, FALSE less.
CREATE TABLE votes (
    person_id  TEXT    NOT NULL,
    insight_id TEXT    NOT NULL,
    more       BOOLEAN NOT NULL,
    at         BIGINT  NOT NULL,
    PRIMARY KEY (person_id, insight_id)
);

CREATE TABLE questions (
    id      TEXT PRIMARY KEY,
    path    TEXT   NOT NULL,
    options TEXT   NOT NULL,
    at      BIGINT NOT NULL
);

CREATE INDEX questions_by_age ON questions (at);
