-- What sort of claim an insight is; those that were read before count as plain claims.
ALTER TABLE insights ADD COLUMN kind TEXT NOT NULL DEFAULT 'claim';
