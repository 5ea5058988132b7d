-- In which language the bot's own words of a brief are.
ALTER TABLE subscriptions ADD COLUMN language VARCHAR(35) NOT NULL DEFAULT 'en';
