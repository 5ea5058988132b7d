package io.briefcast.store;

import static io.briefcast.store.Columns.orNull;

import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
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
                    mutes, wanted, brief_time, zone, days, active, away_until, owner, name)
                VALUES (:id, :audienceId, :platform, :kind, :tenant, :address, :topics, :shows,
                    :mutes, :wanted, :at, :zone, :days, :active, :awayUntil, :owner, :name)
                ON CONFLICT (id) DO UPDATE SET audience_id = excluded.audience_id, platform = excluded.platform,
                    audience_kind = excluded.audience_kind, tenant = excluded.tenant, address = excluded.address,
                    topics = excluded.topics, shows = excluded.shows, mutes = excluded.mutes,
                    wanted = excluded.wanted, brief_time = excluded.brief_time,
                    zone = excluded.zone, days = excluded.days, active = excluded.active,
                    away_until = excluded.away_until, owner = excluded.owner, name = excluded.name""")
                .param("id", subscription.id())
                .param("audienceId", audience.id())
                .param("platform", audience.platform())
                .param("kind", audience.kind().name())
                .param("tenant", audience.tenant())
                .param("address", audience.address())
                .param("topics", Columns.json(interests.topics()))
                .param("shows", Columns.json(interests.shows()))
                .param(
                        "mutes",
                        Columns.json(interests.mutes().stream().map(MuteRow::of).toList()))
                .param("wanted", interests.count())
                .param("at", subscription.time().at().toString())
                .param("zone", subscription.time().zone().getId())
                .param("days", Columns.json(subscription.time().days()))
                .param("active", subscription.active())
                .param("awayUntil", orNull(subscription.awayUntil()))
                .param("owner", subscription.owner())
                .param("name", subscription.name())
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

    @Override
    public List<Subscription> all() {
        return db.jdbc()
                .sql("SELECT * FROM subscriptions ORDER BY id")
                .query((row, n) -> subscription(row))
                .list();
    }

    @Override
    public List<Subscription> ofAudience(String audienceId) {
        return db.jdbc()
                .sql("SELECT * FROM subscriptions WHERE audience_id = ? ORDER BY id")
                .param(audienceId)
                .query((row, n) -> subscription(row))
                .list();
    }

    @Override
    public List<Subscription> ownedBy(String personId) {
        return db.jdbc()
                .sql("SELECT * FROM subscriptions WHERE owner = ? ORDER BY id")
                .param(personId)
                .query((row, n) -> subscription(row))
                .list();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("id"),
                audience(row),
                interests(row),
                time(row),
                row.getBoolean("active"),
                Columns.date(row, "away_until"),
                row.getString("owner"),
                row.getString("name"));
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
                Columns.list(row, "mutes", MuteRow.class).stream()
                        .map(MuteRow::mute)
                        .toList(),
                row.getInt("wanted"));
    }

    private static BriefTime time(ResultSet row) throws SQLException {
        return new BriefTime(
                LocalTime.parse(row.getString("brief_time")),
                ZoneId.of(row.getString("zone")),
                Set.copyOf(Columns.list(row, "days", DayOfWeek.class)));
    }

    /** A mute as it lies in the column: {@code until} is empty where there is no end. */
    record MuteRow(Mute.Kind kind, String value, String until) {
        static MuteRow of(Mute mute) {
            return new MuteRow(
                    mute.kind(),
                    mute.value(),
                    mute.until().map(LocalDate::toString).orElse(""));
        }

        Mute mute() {
            return new Mute(
                    kind,
                    value,
                    Optional.of(until).filter(end -> !end.isEmpty()).map(LocalDate::parse));
        }
    }
}
