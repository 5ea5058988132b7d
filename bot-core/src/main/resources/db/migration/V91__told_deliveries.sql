-- Whether whoever ordered a brief was told that it ended for good.
ALTER TABLE deliveries ADD COLUMN told BOOLEAN NOT NULL DEFAULT FALSE;
