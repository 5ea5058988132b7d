package io.briefcast.store;

import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.OlderPages;
import io.briefcast.podcast.Reading;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Older episodes that are wanted, in a database. */
public final class JdbcOlderEpisodes implements OlderEpisodes {
    /** What waits to be read again was read. */
    private static final String UNREAD = "(state = 'WAITING' AND transcript = '')";

    private final Database db;

    public JdbcOlderEpisodes(Database db) {
        this.db = db;
    }

    @Override
    public List<String> unread(String showId, Instant before, int limit) {
        return db.jdbc()
                .sql("""
                SELECT episode_id FROM episodes JOIN readings ON readings.episode_id = episodes.id
                WHERE show_id = ? AND published < ? AND kind = 'FULL' AND state = 'SKIPPED' AND detail <> ?
                ORDER BY published DESC, episodes.id LIMIT ?""")
                .params(showId, before.toEpochMilli(), Reading.HIDDEN, limit)
                .query((row, n) -> row.getString("episode_id"))
                .list();
    }

    @Override
    public void want(String showId, Collection<String> episodeIds, Instant now) {
        db.transactions().executeWithoutResult(tx -> {
            forgetDone(showId);
            episodeIds.forEach(id -> want(id, now));
        });
    }

    @Override
    public void wantMore(Collection<String> episodeIds, Instant now) {
        db.transactions().executeWithoutResult(tx -> episodeIds.forEach(id -> want(id, now)));
    }

    private void forgetDone(String showId) {
        db.jdbc().sql("""
                DELETE FROM older_episodes WHERE show_id = ? AND episode_id NOT IN (
                    SELECT episode_id FROM readings WHERE %s)""".formatted(UNREAD)).param(showId).update();
    }

    private void want(String episodeId, Instant now) {
        int waits = db.jdbc().sql("""
                UPDATE readings SET state = 'WAITING', detail = 'an older episode, read on request', at = ?
                WHERE episode_id = ? AND state = 'SKIPPED'""").params(now.toEpochMilli(), episodeId).update();
        if (waits == 1) {
            db.jdbc().sql("""
                    INSERT INTO older_episodes (episode_id, show_id) SELECT id, show_id FROM episodes WHERE id = ?
                    ON CONFLICT DO NOTHING""").param(episodeId).update();
        }
    }

    @Override
    public List<String> setAside(String showId, Instant now) {
        return Optional.ofNullable(db.transactions().execute(tx -> {
                    List<String> waiting = waiting(showId);
                    waiting.forEach(id -> skip(id, now));
                    return waiting;
                }))
                .orElse(List.of());
    }

    private List<String> waiting(String showId) {
        return db.jdbc()
                .sql("""
                SELECT readings.episode_id FROM older_episodes
                JOIN readings ON readings.episode_id = older_episodes.episode_id
                WHERE show_id = ? AND %s ORDER BY readings.episode_id""".formatted(UNREAD))
                .param(showId)
                .query((row, n) -> row.getString("episode_id"))
                .list();
    }

    private void skip(String episodeId, Instant now) {
        db.jdbc().sql("""
                UPDATE readings SET state = 'SKIPPED', detail = 'an older episode, set aside', at = ?
                WHERE episode_id = ?""").params(now.toEpochMilli(), episodeId).update();
        db.jdbc()
                .sql("DELETE FROM older_episodes WHERE episode_id = ?")
                .param(episodeId)
                .update();
    }

    @Override
    public Set<String> wanted() {
        return Set.copyOf(db.jdbc()
                .sql("SELECT episode_id FROM older_episodes")
                .query(String.class)
                .list());
    }

    @Override
    public Optional<OlderPages> pages(String showId) {
        return db.jdbc()
                .sql("SELECT * FROM older_pages WHERE show_id = ?")
                .param(showId)
                .query((row, n) -> new OlderPages(
                        row.getString("show_id"),
                        Columns.uri(row, "next"),
                        Columns.list(row, "seen", URI.class),
                        row.getInt("wanted"),
                        Columns.instant(row, "due"),
                        row.getInt("failures")))
                .optional();
    }

    @Override
    public void save(OlderPages pages) {
        db.jdbc()
                .sql("""
                INSERT INTO older_pages (show_id, next, seen, wanted, due, failures)
                SELECT id, :next, :seen, :wanted, :due, :failures FROM shows WHERE id = :showId
                ON CONFLICT (show_id) DO UPDATE SET next = excluded.next, seen = excluded.seen,
                    wanted = excluded.wanted, due = excluded.due, failures = excluded.failures""")
                .param("showId", pages.showId())
                .param("next", Columns.orNull(pages.next()))
                .param("seen", Columns.json(pages.seen()))
                .param("wanted", pages.wanted())
                .param("due", pages.due().toEpochMilli())
                .param("failures", pages.failures())
                .update();
    }

    @Override
    public Map<String, Progress> progress() {
        Map<String, Progress> progress = new HashMap<>();
        db.jdbc().sql("""
                SELECT show_id, COUNT(*) AS wanted, SUM(CASE WHEN %s THEN 0 ELSE 1 END) AS done
                FROM older_episodes JOIN readings ON readings.episode_id = older_episodes.episode_id
                GROUP BY show_id""".formatted(UNREAD)).query(row -> {
            progress.put(row.getString("show_id"), new Progress(row.getInt("wanted"), row.getInt("done")));
        });
        db.jdbc()
                .sql("SELECT show_id, wanted FROM older_pages WHERE wanted > 0 AND next IS NOT NULL")
                .query(row -> {
                    progress.merge(row.getString("show_id"), new Progress(row.getInt("wanted"), 0), Progress::plus);
                });
        progress.values().removeIf(Progress::isDone);
        return progress;
    }
}
