-- What language models answered, so that nothing is paid for twice. The key is made from words, prompt, form and model.
CREATE TABLE model_answers (
    key    TEXT PRIMARY KEY,
    answer TEXT   NOT NULL,
    at     BIGINT NOT NULL
);

CREATE INDEX model_answers_by_age ON model_answers (at);

-- What they cost: booked before a call, settled after it. An episode that was read without the model has a reason and
-- no tokens. Days are those of UTC, as 2026-03-09.
CREATE TABLE model_spending (
    id            TEXT PRIMARY KEY,
    day           TEXT   NOT NULL,
    show_id       TEXT   NOT NULL,
    episode_id    TEXT   NOT NULL,
    tokens        BIGINT NOT NULL,
    without_model TEXT
);

CREATE INDEX model_spending_by_day ON model_spending (day, show_id);
