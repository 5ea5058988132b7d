-- Who read an episode, with or without insights: name and version of an extractor; empty where nobody wrote it down.
ALTER TABLE readings ADD COLUMN extractor TEXT NOT NULL DEFAULT '';

UPDATE readings SET extractor = COALESCE((
    SELECT MAX(extractor) FROM insights WHERE insights.episode_id = readings.episode_id AND NOT retired), '');
