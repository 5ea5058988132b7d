-- Of whom something is stored, so that a workspace that leaves can be erased with people who have no order.
CREATE TABLE audiences (
    id       TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    tenant   TEXT NOT NULL
);

CREATE INDEX audiences_by_tenant ON audiences (platform, tenant);

INSERT INTO audiences (id, platform, tenant)
SELECT audience_id, platform, tenant FROM subscriptions WHERE TRUE ON CONFLICT DO NOTHING;

INSERT INTO audiences (id, platform, tenant)
SELECT owner, platform, tenant FROM subscriptions WHERE owner <> '' ON CONFLICT DO NOTHING;

-- The orders of a workspace are counted and erased together.
CREATE INDEX subscriptions_by_tenant ON subscriptions (platform, tenant);
