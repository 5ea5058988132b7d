-- Briefs of a day are counted by the index alone: the rows hold whole messages.
DROP INDEX deliveries_by_due;
CREATE INDEX deliveries_by_due ON deliveries (due, state);
