package io.briefcast.store;

import static io.briefcast.store.Columns.orNull;

import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.MessageJson;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import io.briefcast.podcast.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Deliveries in a database. */
public final class JdbcDeliveries implements Deliveries {
    /** Nobody asks for a brief that is older; that it was sent, and when, stays known. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String BLANK = MessageJson.write(new Message("", List.of()));

    private static final int TIDY_EVERY = 1_000;

    private final AtomicLong added = new AtomicLong();
    private final AtomicLong blankUntil = new AtomicLong(Long.MIN_VALUE);
    private final Database db;

    public JdbcDeliveries(Database db) {
        this.db = db;
    }

    @Override
    public boolean add(Delivery delivery) {
        if (added.getAndIncrement() % TIDY_EVERY == 0) {
            blankOld(delivery.due().minus(KEPT));
        }
        return db.jdbc()
                        .sql("""
                INSERT INTO deliveries (subscription_id, day, audience_id, platform, address, message, due, state,
                    attempts, fence, lease, receipt, reason)
                VALUES (:subscriptionId, :day, :audienceId, :platform, :address, :message, :due, :state,
                    :attempts, :fence, :lease, :receipt, :reason)
                ON CONFLICT DO NOTHING""")
                        .param("subscriptionId", delivery.key().subscriptionId())
                        .param("day", delivery.key().day().toString())
                        .param("audienceId", delivery.audienceId())
                        .param("platform", delivery.platform())
                        .param("address", delivery.address())
                        .param("message", MessageJson.write(delivery.message()))
                        .param("due", delivery.due().toEpochMilli())
                        .param("state", delivery.state().name())
                        .param("attempts", delivery.attempts())
                        .param("fence", delivery.fence())
                        .param("lease", delivery.lease().toEpochMilli())
                        .param("receipt", orNull(delivery.receipt().map(Receipt::messageId)))
                        .param("reason", delivery.reason())
                        .update()
                == 1;
    }

    /** Only those that grew old since the last time: years of deliveries are not looked through every day. */
    private void blankOld(Instant before) {
        long until = before.toEpochMilli();
        db.jdbc()
                .sql("UPDATE deliveries SET message = ? WHERE due >= ? AND due < ? AND message <> ?")
                .params(BLANK, blankUntil.getAndAccumulate(until, Math::max), until, BLANK)
                .update();
    }

    @Override
    public Optional<Delivery> find(DeliveryKey key) {
        return db.jdbc()
                .sql("SELECT * FROM deliveries WHERE subscription_id = ? AND day = ?")
                .params(key.subscriptionId(), key.day().toString())
                .query((row, n) -> delivery(row))
                .optional();
    }

    @Override
    public boolean replace(long fence, Delivery delivery) {
        return Boolean.TRUE.equals(db.transactions().execute(tx -> replaced(fence, delivery)));
    }

    private boolean replaced(long fence, Delivery delivery) {
        return db.jdbc()
                        .sql("""
                UPDATE deliveries SET state = :state, attempts = :attempts, fence = :fence, lease = :lease,
                    receipt = :receipt, reason = :reason
                WHERE subscription_id = :subscriptionId AND day = :day AND fence = :before""")
                        .param("subscriptionId", delivery.key().subscriptionId())
                        .param("day", delivery.key().day().toString())
                        .param("state", delivery.state().name())
                        .param("attempts", delivery.attempts())
                        .param("fence", delivery.fence())
                        .param("before", fence)
                        .param("lease", delivery.lease().toEpochMilli())
                        .param("receipt", orNull(delivery.receipt().map(Receipt::messageId)))
                        .param("reason", delivery.reason())
                        .update()
                == 1;
    }

    @Override
    public Optional<Delivery> last(String subscriptionId) {
        return db.jdbc()
                .sql("SELECT * FROM deliveries WHERE subscription_id = ? ORDER BY day DESC LIMIT 1")
                .param(subscriptionId)
                .query((row, n) -> delivery(row))
                .optional();
    }

    @Override
    public List<Delivery> due(Instant from, Instant to, int limit) {
        return db.jdbc()
                .sql("SELECT * FROM deliveries WHERE due >= ? AND due < ? ORDER BY due, subscription_id LIMIT ?")
                .params(from.toEpochMilli(), to.toEpochMilli(), limit)
                .query((row, n) -> delivery(row))
                .list();
    }

    @Override
    public List<Delivery> ofAudience(String audienceId, int limit) {
        return db.jdbc()
                .sql("SELECT * FROM deliveries WHERE audience_id = ? ORDER BY day DESC, subscription_id LIMIT ?")
                .params(audienceId, limit)
                .query((row, n) -> delivery(row))
                .list();
    }

    @Override
    public Map<Delivery.State, Integer> counts(Instant from, Instant to) {
        Map<Delivery.State, Integer> counts = new EnumMap<>(Delivery.State.class);
        db.jdbc()
                .sql("SELECT state, COUNT(*) AS number FROM deliveries WHERE due >= ? AND due < ? GROUP BY state")
                .params(from.toEpochMilli(), to.toEpochMilli())
                .query(row -> {
                    counts.put(Delivery.State.valueOf(row.getString("state")), row.getInt("number"));
                });
        return counts;
    }

    @Override
    public Map<Delivery.State, Integer> counts(Tenant tenant, Instant from, Instant to) {
        boolean many = new JdbcInstallations(db)
                .find(tenant.platform(), tenant.workspace())
                .isPresent();
        if (many) {
            return countsOfMany(tenant, from, to);
        }
        Map<Delivery.State, Integer> counts = counts(from, to);
        countsOfMany(Tenant.INSTALLATION, from, to)
                .forEach((state, theirs) -> counts.merge(state, -theirs, Integer::sum));
        counts.values().removeIf(number -> number == 0);
        return counts;
    }

    /** Of one workspace, or of all for the installation. By order: an order has few days, and a day many orders. */
    private Map<Delivery.State, Integer> countsOfMany(Tenant tenant, Instant from, Instant to) {
        Map<Delivery.State, Integer> counts = new EnumMap<>(Delivery.State.class);
        db.jdbc()
                .sql("""
                SELECT state, COUNT(*) AS number
                FROM installations
                    JOIN subscriptions ON subscriptions.platform = installations.platform
                        AND subscriptions.tenant = installations.tenant
                    JOIN deliveries ON deliveries.subscription_id = subscriptions.id
                        AND deliveries.day BETWEEN :first AND :last
                WHERE (:platform = '' OR (installations.platform = :platform AND installations.tenant = :tenant))
                    AND due >= :from AND due < :to
                GROUP BY state""")
                .param("platform", tenant.platform())
                .param("tenant", tenant.workspace())
                .param("first", day(from).minusDays(1).toString())
                .param("last", day(to).plusDays(1).toString())
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query(row -> {
                    counts.put(Delivery.State.valueOf(row.getString("state")), row.getInt("number"));
                });
        return counts;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public boolean tell(DeliveryKey key) {
        // Mostly it was told before, and reading waits for nobody.
        return !isTold(key)
                && db.jdbc()
                                .sql("""
                UPDATE deliveries SET told = TRUE WHERE subscription_id = ? AND day = ? AND told = FALSE""")
                                .params(key.subscriptionId(), key.day().toString())
                                .update()
                        == 1;
    }

    private boolean isTold(DeliveryKey key) {
        return db.jdbc()
                .sql("SELECT told FROM deliveries WHERE subscription_id = ? AND day = ?")
                .params(key.subscriptionId(), key.day().toString())
                .query((row, n) -> row.getBoolean("told"))
                .optional()
                .orElse(true);
    }

    @Override
    public void forget(String audienceId) {
        db.jdbc()
                .sql("DELETE FROM deliveries WHERE audience_id = ?")
                .param(audienceId)
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                new DeliveryKey(row.getString("subscription_id"), LocalDate.parse(row.getString("day"))),
                row.getString("audience_id"),
                row.getString("platform"),
                row.getString("address"),
                MessageJson.read(row.getString("message")),
                Columns.instant(row, "due"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getLong("fence"),
                Columns.instant(row, "lease"),
                Columns.text(row, "receipt").map(Receipt::new),
                row.getString("reason"));
    }
}
