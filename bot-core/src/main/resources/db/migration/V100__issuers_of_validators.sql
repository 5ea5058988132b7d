-- The address that issued the validators of a feed, and the version of the parser that read the body they are about.
ALTER TABLE feed_states ADD COLUMN issuer TEXT;
ALTER TABLE feed_states ADD COLUMN reader INTEGER;
