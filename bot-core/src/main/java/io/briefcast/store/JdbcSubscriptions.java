package io.briefcast.store;

import static io.briefcast.store.Columns.orNull;

import io.briefcast.podcast.Tenant;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Follow;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Standing orders in a database. */
public final class JdbcSubscriptions implements Subscriptions {
    private final Database db;
    private final JdbcAudiences audiences;

    public JdbcSubscriptions(Database db) {
        this.db = db;
        this.audiences = new JdbcAudiences(db);
    }

    @Override
    public void save(Subscription subscription) {
        db.transactions().executeWithoutResult(tx -> {
            write(subscription);
            know(subscription);
        });
    }

    /** Of the audience and of whoever set it up something is stored from now on. */
    private void know(Subscription subscription) {
        Tenant home = subscription.audience().home();
        Stream.of(subscription.audience().id(), subscription.owner())
                .filter(id -> !id.isEmpty())
                .forEach(id -> audiences.know(home, id));
    }

    private void write(Subscription subscription) {
        var audience = subscription.audience();
        var interests = subscription.interests();
        db.jdbc()
                .sql("""
                INSERT INTO subscriptions (id, audience_id, platform, audience_kind, tenant, address, topics, follows, shows,
                    mutes, wanted, brief_time, zone, days, active, away_until, owner, name, language)
                VALUES (:id, :audienceId, :platform, :kind, :tenant, :address, :topics, :follows, :shows,
                    :mutes, :wanted, :at, :zone, :days, :active, :awayUntil, :owner, :name, :language)
                ON CONFLICT (id) DO UPDATE SET audience_id = excluded.audience_id, platform = excluded.platform,
                    audience_kind = excluded.audience_kind, tenant = excluded.tenant, address = excluded.address,
                    topics = excluded.topics, follows = excluded.follows, shows = excluded.shows, mutes = excluded.mutes,
                    wanted = excluded.wanted, brief_time = excluded.brief_time,
                    zone = excluded.zone, days = excluded.days, active = excluded.active,
                    away_until = excluded.away_until, owner = excluded.owner, name = excluded.name,
                    language = excluded.language""")
                .param("id", subscription.id())
                .param("audienceId", audience.id())
                .param("platform", audience.platform())
                .param("kind", audience.kind().name())
                .param("tenant", audience.tenant())
                .param("address", audience.address())
                .param("topics", "[]")
                .param(
                        "follows",
                        Columns.json(
                                interests.follows().stream().map(LimitedRow::of).toList()))
                .param("shows", Columns.json(interests.shows()))
                .param(
                        "mutes",
                        Columns.json(
                                interests.mutes().stream().map(LimitedRow::of).toList()))
                .param("wanted", interests.count())
                .param("at", subscription.time().at().toString())
                .param("zone", subscription.time().zone().getId())
                .param("days", Columns.json(subscription.time().days()))
                .param("active", subscription.active())
                .param("awayUntil", orNull(subscription.awayUntil()))
                .param("owner", subscription.owner())
                .param("name", subscription.name())
                .param("language", subscription.language().toLanguageTag())
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
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")));
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
                Set.copyOf(Columns.list(row, "shows", String.class)),
                follows(row),
                Columns.list(row, "mutes", LimitedRow.class).stream()
                        .map(LimitedRow::mute)
                        .toList(),
                row.getInt("wanted"));
    }

    private static List<Follow> follows(ResultSet row) throws SQLException {
        return Columns.text(row, "follows").isPresent()
                ? Columns.list(row, "follows", LimitedRow.class).stream()
                        .map(LimitedRow::follow)
                        .toList()
                : Columns.list(row, "topics", String.class).stream()
                        .map(Follow::topic)
                        .toList();
    }

    private static BriefTime time(ResultSet row) throws SQLException {
        return new BriefTime(
                LocalTime.parse(row.getString("brief_time")),
                ZoneId.of(row.getString("zone")),
                Set.copyOf(Columns.list(row, "days", DayOfWeek.class)));
    }

    /** A follow or a mute as it lies in its column: {@code until} is empty where there is no end. */
    record LimitedRow(Mute.Kind kind, String value, String until) {
        static LimitedRow of(Mute mute) {
            return new LimitedRow(mute.kind(), mute.value(), text(mute.until()));
        }

        static LimitedRow of(Follow follow) {
            return new LimitedRow(follow.kind(), follow.value(), text(follow.until()));
        }

        private static String text(Optional<LocalDate> until) {
            return until.map(LocalDate::toString).orElse("");
        }

        Mute mute() {
            return new Mute(kind, value, end());
        }

        Follow follow() {
            return new Follow(kind, value, end());
        }

        private Optional<LocalDate> end() {
            return Optional.of(until).filter(end -> !end.isEmpty()).map(LocalDate::parse);
        }
    }
}
