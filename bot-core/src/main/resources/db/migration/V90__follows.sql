-- What an order follows: topics, shows, speakers and phrases, each with its last day. NULL in orders that were not saved
-- since: then its topics are what it follows. From now on topics is an empty list.
ALTER TABLE subscriptions ADD COLUMN follows TEXT;
