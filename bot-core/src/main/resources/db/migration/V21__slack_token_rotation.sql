-- Tokens that expire: what renews them (encrypted like the token), when they end, and who is renewing them until when.
ALTER TABLE installations ADD COLUMN sealed_refresh TEXT;
ALTER TABLE installations ADD COLUMN expires BIGINT;
ALTER TABLE installations ADD COLUMN renewing_until BIGINT NOT NULL DEFAULT 0;
