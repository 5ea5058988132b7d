package io.briefcast.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Tenant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who follows which shows, in a database. Lists are kept in memory with the number of changes at which they were read:
 * one row tells whether they still hold, also where another process changed them.
 */
public final class JdbcShowLists implements ShowLists {
    private static final int REMEMBERED = 1_000;

    private final Database db;
    private final JdbcShows shows;
    private final Cache<Tenant, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public JdbcShowLists(Database db) {
        this.db = db;
        this.shows = new JdbcShows(db);
    }

    private record Known(long changes, Followed followed) {}

    /**
     * Whose list is meant, as of now.
     *
     * @param changes how often any list changed so far
     */
    private record Owner(Tenant tenant, long changes) {
        boolean isInstallation() {
            return tenant.equals(Tenant.INSTALLATION);
        }
    }

    @Override
    public Followed of(Tenant tenant) {
        Owner owner = find(tenant);
        Known read = known.getIfPresent(owner.tenant());
        if (read == null || read.changes() != owner.changes()) {
            read = new Known(owner.changes(), read(owner.tenant()));
            known.put(owner.tenant(), read);
        }
        return read.followed();
    }

    @Override
    public Tenant owner(Tenant tenant) {
        return find(tenant).tenant();
    }

    private Owner find(Tenant tenant) {
        return db.jdbc()
                .sql("""
                SELECT value, EXISTS (SELECT 1 FROM installations WHERE platform = ? AND tenant = ?) AS many
                FROM counters WHERE name = 'show_lists'""")
                .params(tenant.platform(), tenant.workspace())
                .query((row, n) ->
                        new Owner(row.getBoolean("many") ? tenant : Tenant.INSTALLATION, row.getLong("value")))
                .single();
    }

    private Followed read(Tenant tenant) {
        Set<String> visible = new HashSet<>();
        long all = db.jdbc()
                .sql("""
                SELECT shows.id, COALESCE(own_shows.follows, shows.offered) AS visible
                FROM shows LEFT JOIN own_shows
                    ON own_shows.show_id = shows.id AND own_shows.platform = ? AND own_shows.tenant = ?""")
                .params(tenant.platform(), tenant.workspace())
                .query((row, n) -> !row.getBoolean("visible") || visible.add(row.getString("id")))
                .list()
                .size();
        return visible.size() == all ? Followed.EVERYTHING : Followed.only(visible);
    }

    @Override
    public boolean follow(Tenant tenant, Show show, FeedState untried) {
        return Boolean.TRUE.equals(db.transactions().execute(tx -> {
            Owner owner = find(tenant);
            boolean added = shows.add(show, untried);
            String id = added ? show.id() : known(show);
            boolean anew = added || !sees(owner.tenant(), id);
            if (owner.isInstallation()) {
                offer(id, true);
            } else {
                if (added) {
                    offer(id, false);
                }
                follow(owner.tenant(), id);
            }
            changed(db);
            return anew;
        }));
    }

    /** The id of a show that is there: its own, or that of the show which is read from its address by now. */
    private String known(Show show) {
        return db.jdbc()
                .sql(
                        "SELECT id FROM shows WHERE id = :id OR feed = :feed ORDER BY CASE WHEN id = :id THEN 0 ELSE 1 END LIMIT 1")
                .param("id", show.id())
                .param("feed", show.feed().toString())
                .query(String.class)
                .single();
    }

    private boolean sees(Tenant tenant, String showId) {
        return db.jdbc()
                .sql("""
                SELECT COALESCE(own_shows.follows, shows.offered) FROM shows LEFT JOIN own_shows
                    ON own_shows.show_id = shows.id AND own_shows.platform = ? AND own_shows.tenant = ?
                WHERE shows.id = ?""")
                .params(tenant.platform(), tenant.workspace(), showId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private void offer(String showId, boolean offered) {
        db.jdbc()
                .sql("UPDATE shows SET offered = ? WHERE id = ?")
                .params(offered, showId)
                .update();
    }

    private void follow(Tenant tenant, String showId) {
        db.jdbc().sql("""
                INSERT INTO own_shows (platform, tenant, show_id, follows) VALUES (?, ?, ?, TRUE)
                ON CONFLICT (platform, tenant, show_id) DO UPDATE SET follows = TRUE""").params(tenant.platform(), tenant.workspace(), showId).update();
    }

    @Override
    public boolean unfollow(Tenant tenant, String showId) {
        return Boolean.TRUE.equals(db.transactions().execute(tx -> {
            Owner owner = find(tenant);
            if (owner.isInstallation()) {
                offer(showId, false);
            } else {
                leaveOut(owner.tenant(), showId);
            }
            changed(db);
            return isAlone(showId);
        }));
    }

    /** Only what is offered needs a word that it is not wanted. */
    private void leaveOut(Tenant tenant, String showId) {
        db.jdbc()
                .sql("DELETE FROM own_shows WHERE platform = ? AND tenant = ? AND show_id = ?")
                .params(tenant.platform(), tenant.workspace(), showId)
                .update();
        db.jdbc().sql("""
                INSERT INTO own_shows (platform, tenant, show_id, follows)
                SELECT ?, ?, id, FALSE FROM shows WHERE id = ? AND offered""").params(tenant.platform(), tenant.workspace(), showId).update();
    }

    private boolean isAlone(String showId) {
        return db.jdbc().sql("""
                SELECT COUNT(*) FROM shows WHERE id = ?
                    AND (offered OR EXISTS (SELECT 1 FROM own_shows WHERE show_id = shows.id AND follows))""").param(showId).query(Long.class).single().equals(0L);
    }

    @Override
    public List<String> forget(Tenant tenant) {
        return db.transactions().execute(tx -> {
            List<String> followed = db.jdbc()
                    .sql("SELECT show_id FROM own_shows WHERE platform = ? AND tenant = ? AND follows ORDER BY show_id")
                    .params(tenant.platform(), tenant.workspace())
                    .query((row, n) -> row.getString("show_id"))
                    .list();
            db.jdbc()
                    .sql("DELETE FROM own_shows WHERE platform = ? AND tenant = ?")
                    .params(tenant.platform(), tenant.workspace())
                    .update();
            changed(db);
            return followed.stream().filter(this::isAlone).toList();
        });
    }

    /** Tells everybody who keeps a list that it may have changed. */
    static void changed(Database db) {
        db.jdbc()
                .sql("UPDATE counters SET value = value + 1 WHERE name = 'show_lists'")
                .update();
    }
}
