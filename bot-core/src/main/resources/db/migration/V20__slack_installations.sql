-- Workspaces in which the bot is installed; the token is encrypted before it comes here.
CREATE TABLE installations (
    platform     TEXT   NOT NULL,
    tenant       TEXT   NOT NULL,
    bot_user     TEXT   NOT NULL,
    installer    TEXT   NOT NULL,
    sealed_token TEXT   NOT NULL,
    installed_at BIGINT NOT NULL,
    PRIMARY KEY (platform, tenant)
);
