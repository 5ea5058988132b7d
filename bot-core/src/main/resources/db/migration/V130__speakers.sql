-- Who speaks in insights: topics are read by these names.
CREATE INDEX insights_by_speaker ON insights (speaker, show_id) WHERE NOT retired;
