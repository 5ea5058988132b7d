-- A new address that a feed claims until it is believed, and how seldom the feed wants to be asked.
ALTER TABLE feed_states ADD COLUMN moved_to TEXT;
ALTER TABLE feed_states ADD COLUMN moved_since BIGINT;
ALTER TABLE feed_states ADD COLUMN moved_times INTEGER;
ALTER TABLE feed_states ADD COLUMN pace TEXT;
