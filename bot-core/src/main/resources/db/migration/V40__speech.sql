-- How much audio was written down: booked before it is sent, settled after it. Days are those of UTC, as 2026-03-09.
CREATE TABLE speech_spending (
    id         TEXT PRIMARY KEY,
    day        TEXT   NOT NULL,
    show_id    TEXT   NOT NULL,
    episode_id TEXT   NOT NULL,
    seconds    BIGINT NOT NULL
);

CREATE INDEX speech_spending_by_day ON speech_spending (day, show_id);
