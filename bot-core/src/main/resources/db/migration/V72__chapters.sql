-- Chapters that stand in the feed itself, and the chapter that an insight comes from.
ALTER TABLE episodes ADD COLUMN outline TEXT NOT NULL DEFAULT '[]';
ALTER TABLE insights ADD COLUMN chapter TEXT;
