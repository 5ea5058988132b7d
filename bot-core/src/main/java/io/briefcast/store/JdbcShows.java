package io.briefcast.store;

import static io.briefcast.store.Columns.orNull;

import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.FeedState.Move;
import io.briefcast.podcast.FeedState.Source;
import io.briefcast.podcast.Pace;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows in a database. */
public final class JdbcShows implements Shows {
    private final Database db;

    public JdbcShows(Database db) {
        this.db = db;
    }

    @Override
    public boolean add(Show show, FeedState state) {
        return Boolean.TRUE.equals(db.transactions().execute(tx -> {
            boolean added = insert(show);
            if (added) {
                update(state);
                JdbcShowLists.changed(db);
            }
            return added;
        }));
    }

    private boolean insert(Show show) {
        return db.jdbc()
                        .sql("""
                            INSERT INTO shows (id, feed, title, description, link, artwork, language, persons)
                            VALUES (:id, :feed, :title, :description, :link, :artwork, :language, :persons)
                            ON CONFLICT DO NOTHING\
                            """)
                        .param("id", show.id())
                        .param("feed", show.feed().toString())
                        .param("title", show.title())
                        .param("description", show.description())
                        .param("link", orNull(show.link()))
                        .param("artwork", orNull(show.artwork()))
                        .param("language", show.language())
                        .param("persons", Columns.json(show.persons()))
                        .update()
                == 1;
    }

    /** A feed that moved to the address of another show keeps its old one: two rows may not claim one address. */
    @Override
    public void update(Show show) {
        db.jdbc()
                .sql("""
                    UPDATE shows SET
                        feed = CASE WHEN EXISTS (SELECT 1 FROM shows other WHERE other.feed = :feed AND other.id <> :id)
                            THEN feed ELSE :feed END,
                        title = :title, description = :description, link = :link,
                        artwork = :artwork, language = :language, persons = :persons
                    WHERE id = :id\
                    """)
                .param("id", show.id())
                .param("feed", show.feed().toString())
                .param("title", show.title())
                .param("description", show.description())
                .param("link", orNull(show.link()))
                .param("artwork", orNull(show.artwork()))
                .param("language", show.language())
                .param("persons", Columns.json(show.persons()))
                .update();
    }

    @Override
    public void remove(String showId) {
        db.jdbc().sql("DELETE FROM shows WHERE id = ?").param(showId).update();
    }

    @Override
    public Optional<Show> find(String showId) {
        return db.jdbc()
                .sql("SELECT * FROM shows WHERE id = ?")
                .param(showId)
                .query((row, n) -> show(row))
                .optional();
    }

    @Override
    public List<Show> all() {
        return db.jdbc()
                .sql("SELECT * FROM shows ORDER BY LOWER(title), id")
                .query((row, n) -> show(row))
                .list();
    }

    @Override
    public FeedState state(String showId) {
        return db.jdbc()
                .sql("SELECT * FROM feed_states WHERE show_id = ?")
                .param(showId)
                .query((row, n) -> state(row))
                .optional()
                .orElseGet(() -> FeedState.untried(showId, Instant.EPOCH));
    }

    @Override
    public boolean retry(String showId, Instant now, Instant latest) {
        return db.jdbc()
                        .sql("""
                            UPDATE feed_states SET next_read = :now, retried = :now
                            WHERE show_id = :id AND next_read >= :never AND (retried IS NULL OR retried <= :latest)\
                            """)
                        .param("id", showId)
                        .param("now", now.toEpochMilli())
                        .param("never", FeedState.NEVER.toEpochMilli())
                        .param("latest", latest.toEpochMilli())
                        .update()
                == 1;
    }

    @Override
    public Map<String, FeedState> states() {
        return db.jdbc().sql("SELECT * FROM feed_states").query((row, n) -> state(row)).list().stream()
                .collect(Collectors.toMap(FeedState::showId, Function.identity()));
    }

    @Override
    public void update(FeedState state) {
        db.jdbc()
                .sql("""
                    INSERT INTO feed_states (show_id, etag, last_modified, next_read, last_read, failures, trouble,
                        moved_to, moved_since, moved_times, pace, issuer, reader)
                    SELECT id, :etag, :lastModified, :nextRead, :lastRead, :failures, :trouble,
                        :movedTo, :movedSince, :movedTimes, :pace, :issuer, :reader FROM shows WHERE id = :showId
                    ON CONFLICT (show_id) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified,
                        next_read = excluded.next_read, last_read = excluded.last_read, failures = excluded.failures,
                        trouble = excluded.trouble, moved_to = excluded.moved_to, moved_since = excluded.moved_since,
                        moved_times = excluded.moved_times, pace = excluded.pace,
                        issuer = excluded.issuer, reader = excluded.reader\
                    """)
                .param("showId", state.showId())
                .param("etag", orNull(state.etag()))
                .param("lastModified", orNull(state.lastModified()))
                .param("nextRead", state.nextRead().toEpochMilli())
                .param("lastRead", orNull(state.lastRead()))
                .param("failures", state.failures())
                .param("trouble", orNull(state.trouble()))
                .param("movedTo", orNull(state.move().map(Move::to)))
                .param("movedSince", orNull(state.move().map(Move::since)))
                .param("movedTimes", orNull(state.move().map(Move::times)))
                .param("pace", Columns.json(state.pace()))
                .param("issuer", orNull(state.source().map(Source::address)))
                .param("reader", orNull(state.source().map(Source::reader)))
                .update();
    }

    static Show show(ResultSet row) throws SQLException {
        return new Show(
                row.getString("id"),
                URI.create(row.getString("feed")),
                row.getString("title"),
                row.getString("description"),
                Columns.uri(row, "link"),
                Columns.uri(row, "artwork"),
                row.getString("language"),
                Columns.list(row, "persons", Person.class));
    }

    private static FeedState state(ResultSet row) throws SQLException {
        return new FeedState(
                row.getString("show_id"),
                Columns.text(row, "etag"),
                Columns.text(row, "last_modified"),
                Columns.instant(row, "next_read"),
                Columns.number(row, "last_read").map(Instant::ofEpochMilli),
                row.getInt("failures"),
                Columns.text(row, "trouble"),
                move(row),
                Columns.read(row, "pace", Pace.class).orElse(Pace.ANY),
                source(row));
    }

    private static Optional<Source> source(ResultSet row) throws SQLException {
        int reader = row.getInt("reader");
        return Columns.uri(row, "issuer").map(address -> new Source(address, reader));
    }

    private static Optional<Move> move(ResultSet row) throws SQLException {
        Optional<URI> to = Columns.uri(row, "moved_to");
        if (to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Move(to.get(), Columns.instant(row, "moved_since"), row.getInt("moved_times")));
    }
}
