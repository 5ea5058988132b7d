package io.briefcast.store;

import io.briefcast.podcast.FeedState;
import io.briefcast.subscription.StoppedFeeds;
import java.util.Collection;
import java.util.List;

/** Who was told of which stopped feed, in a database. */
public final class JdbcStoppedFeeds implements StoppedFeeds {
    private final Database db;

    public JdbcStoppedFeeds(Database db) {
        this.db = db;
    }

    @Override
    public List<Stopped> untold(String audienceId) {
        return db.jdbc()
                .sql("""
                SELECT shows.*, trouble FROM shows JOIN feed_states ON feed_states.show_id = shows.id
                WHERE next_read >= :never AND NOT EXISTS (
                    SELECT 1 FROM told_stops WHERE audience_id = :audience AND told_stops.show_id = shows.id
                        AND told_stops.last_read = COALESCE(feed_states.last_read, 0))
                ORDER BY LOWER(title), id""")
                .param("never", FeedState.NEVER.toEpochMilli())
                .param("audience", audienceId)
                .query((row, n) -> new Stopped(
                        JdbcShows.show(row), Columns.text(row, "trouble").orElse("")))
                .list();
    }

    @Override
    public void told(String audienceId, Collection<String> showIds) {
        showIds.forEach(id -> told(audienceId, id));
    }

    private void told(String audienceId, String showId) {
        db.jdbc().sql("""
                INSERT INTO told_stops (audience_id, show_id, last_read)
                SELECT ?, show_id, COALESCE(last_read, 0) FROM feed_states WHERE show_id = ?
                ON CONFLICT (audience_id, show_id) DO UPDATE SET last_read = excluded.last_read""").params(audienceId, showId).update();
    }

    @Override
    public void forget(String audienceId) {
        db.jdbc()
                .sql("DELETE FROM told_stops WHERE audience_id = ?")
                .param(audienceId)
                .update();
    }
}
