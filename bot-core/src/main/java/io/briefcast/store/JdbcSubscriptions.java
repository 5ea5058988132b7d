package io.briefcast.store;

import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Standing orders in a database. */
public final class JdbcSubscriptions implements Subscriptions {
    private final Database db;

    public JdbcSubscriptions(Database db) {
        this.db = db;
    }

    @Override
    public void save(Subscription subscription) {
        var audience = subscription.audience();
        var interests = subscription.interests();
        db.jdbc()
                .sql("""
                INSERT INTO subscriptions (id, audience_id, platform, audience_kind, tenant, address, topics, shows,
                    muted_topics, muted_shows, wanted, brief_time, zone, days, active)
                VALUES (:id, :audienceId, :platform, :kind, :tenant, :address, :topics, :shows,
                    :mutedTopics, :mutedShows, :wanted, :at, :zone, :days, :active)
                ON CONFLICT (id) DO UPDATE SET audience_id = excluded.audience_id, platform = excluded.platform,
                    audience_kind = excluded.audience_kind, tenant = excluded.tenant, address = excluded.address,
                    topics = excluded.topics, shows = excluded.shows, muted_topics = excluded.muted_topics,
                    muted_shows = excluded.muted_shows, wanted = excluded.wanted, brief_time = excluded.brief_time,
                    zone = excluded.zone, days = excluded.days, active = excluded.active""")
                .param("id", subscription.id())
                .param("audienceId", audience.id())
                .param("platform", audience.platform())
                .param("kind", audience.kind().name())
                .param("tenant", audience.tenant())
                .param("address", audience.address())
                .param("topics", Columns.json(interests.topics()))
                .param("shows", Columns.json(interests.shows()))
                .param("mutedTopics", Columns.json(interests.mutedTopics()))
                .param("mutedShows", Columns.json(interests.mutedShows()))
                .param("wanted", interests.count())
                .param("at", subscription.time().at().toString())
                .param("zone", subscription.time().zone().getId())
                .param("days", Columns.json(subscription.time().days()))
                .param("active", subscription.active())
                .update();
    }

    @Override
    public void remove(String subscriptionId) {
        db.jdbc()
                .sql("DELETE FROM subscriptions WHERE id = ?")
                .param(subscriptionId)
                .update();
    }

    @Override
    public Optional<Subscription> find(String subscriptionId) {
        return db.jdbc()
                .sql("SELECT * FROM subscriptions WHERE id = ?")
                .param(subscriptionId)
                .query((row, n) -> subscription(row))
                .optional();
    }

    @Override
    public List<Subscription> active() {
        return db.jdbc()
                .sql("SELECT * FROM subscriptions WHERE active ORDER BY id")
                .query((row, n) -> subscription(row))
                .list();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("id"), audience(row), interests(row), time(row), row.getBoolean("active"));
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return new Audience(
                row.getString("audience_id"),
                row.getString("platform"),
                Audience.Kind.valueOf(row.getString("audience_kind")),
                row.getString("tenant"),
                row.getString("address"));
    }

    private static Interests interests(ResultSet row) throws SQLException {
        return new Interests(
                Columns.list(row, "topics", String.class),
                Set.copyOf(Columns.list(row, "shows", String.class)),
                Columns.list(row, "muted_topics", String.class),
                Set.copyOf(Columns.list(row, "muted_shows", String.class)),
                row.getInt("wanted"));
    }

    private static BriefTime time(ResultSet row) throws SQLException {
        return new BriefTime(
                LocalTime.parse(row.getString("brief_time")),
                ZoneId.of(row.getString("zone")),
                Set.copyOf(Columns.list(row, "days", DayOfWeek.class)));
    }
}
