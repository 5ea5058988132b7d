package io.briefcast.store;

import static io.briefcast.store.Columns.orNull;

import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Edition;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Readers;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.podcast.WatchedTranscript;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Episodes, their keys and their readings in a database. */
public final class JdbcEpisodes implements Episodes {
    private static final String WRITE = """
            INSERT INTO episodes (id, show_id, guid, title, link, published, enclosure_url, enclosure_type,
                enclosure_length, duration, season, number, kind, persons, transcripts, chapters, notes,
                outline)
            VALUES (:id, :showId, :guid, :title, :link, :published, :enclosureUrl, :enclosureType,
                :enclosureLength, :duration, :season, :number, :kind, :persons, :transcripts, :chapters, :notes,
                :outline)
            ON CONFLICT (id) DO UPDATE SET guid = excluded.guid, title = excluded.title, link = excluded.link,
                published = excluded.published, enclosure_url = excluded.enclosure_url,
                enclosure_type = excluded.enclosure_type, enclosure_length = excluded.enclosure_length,
                duration = excluded.duration, season = excluded.season, number = excluded.number,
                kind = excluded.kind, persons = excluded.persons, transcripts = excluded.transcripts,
                chapters = excluded.chapters, notes = excluded.notes, outline = excluded.outline""";

    private static final String REMEMBER = """
            INSERT INTO episode_keys (show_id, key, episode_id) VALUES (:showId, :key, :episodeId)
            ON CONFLICT DO NOTHING""";

    private static final String AWAIT = """
            INSERT INTO readings (episode_id, state, detail, transcript, insights, refused, at, extractor)
            VALUES (:episodeId, :state, :detail, :transcript, :insights, :refused, :at, :extractor) ON CONFLICT DO NOTHING""";

    private static final String READ = """
            INSERT INTO readings (episode_id, state, detail, transcript, insights, refused, at, extractor)
            SELECT id, :state, :detail, :transcript, :insights, :refused, :at, :extractor FROM episodes WHERE id = :episodeId
            ON CONFLICT (episode_id) DO UPDATE SET state = excluded.state, detail = excluded.detail,
                transcript = excluded.transcript, insights = excluded.insights, refused = excluded.refused,
                at = excluded.at, extractor = excluded.extractor""";

    private final Database db;
    private final InstantSource clock;

    /** The clock dates an episode's first reading. */
    public JdbcEpisodes(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Map<String, String> keys(String showId) {
        Map<String, String> keys = new HashMap<>();
        db.jdbc()
                .sql("SELECT key, episode_id FROM episode_keys WHERE show_id = ?")
                .param(showId)
                .query(row -> {
                    keys.put(row.getString("key"), row.getString("episode_id"));
                });
        return keys;
    }

    @Override
    public void save(Episode episode, Collection<String> keys) {
        add(List.of(new Added(episode, keys, Optional.empty())));
    }

    /** A feed has hundreds of items with several keys each: one statement for each would take longer than all else. */
    @Override
    public void add(Collection<Added> all) {
        var batch = new NamedParameterJdbcTemplate(db.dataSource());
        db.transactions().executeWithoutResult(tx -> {
            batch.batchUpdate(WRITE, each(all.stream().map(Added::episode), JdbcEpisodes::columns));
            batch.batchUpdate(REMEMBER, each(all.stream().flatMap(JdbcEpisodes::keys), key -> key));
            batch.batchUpdate(AWAIT, each(all.stream().map(this::first), JdbcEpisodes::columns));
            batch.batchUpdate(READ, each(all.stream().flatMap(one -> one.reading().stream()), JdbcEpisodes::columns));
        });
    }

    private static <T> SqlParameterSource[] each(Stream<T> all, Function<T, SqlParameterSource> row) {
        return all.map(row).toArray(SqlParameterSource[]::new);
    }

    private static Stream<SqlParameterSource> keys(Added added) {
        Episode episode = added.episode();
        return added.keys().stream()
                .map(key -> new MapSqlParameterSource("showId", episode.showId())
                        .addValue("key", key)
                        .addValue("episodeId", episode.id()));
    }

    private Reading first(Added added) {
        return new Reading(added.episode().id(), Reading.State.WAITING, "", "", 0, Map.of(), clock.instant());
    }

    private static SqlParameterSource columns(Episode episode) {
        return new MapSqlParameterSource()
                .addValue("id", episode.id())
                .addValue("showId", episode.showId())
                .addValue("guid", episode.guid())
                .addValue("title", episode.title())
                .addValue("link", orNull(episode.link()))
                .addValue("published", episode.published().toEpochMilli())
                .addValue("enclosureUrl", orNull(episode.enclosure().map(Enclosure::url)))
                .addValue("enclosureType", orNull(episode.enclosure().map(Enclosure::type)))
                .addValue("enclosureLength", orNull(episode.enclosure().map(Enclosure::lengthBytes)))
                .addValue("duration", orNull(episode.duration()))
                .addValue("season", orNull(episode.season()))
                .addValue("number", orNull(episode.number()))
                .addValue("kind", episode.kind().name())
                .addValue("persons", Columns.json(episode.persons()))
                .addValue("transcripts", Columns.json(episode.transcripts()))
                .addValue("chapters", orNull(episode.chapters()))
                .addValue("notes", episode.notes())
                .addValue("outline", Columns.json(episode.outline()));
    }

    private static SqlParameterSource columns(Reading reading) {
        return new MapSqlParameterSource()
                .addValue("episodeId", reading.episodeId())
                .addValue("state", reading.state().name())
                .addValue("detail", reading.detail())
                .addValue("transcript", reading.transcript())
                .addValue("insights", reading.insights())
                .addValue("refused", Columns.json(reading.refused()))
                .addValue("at", reading.at().toEpochMilli())
                .addValue("extractor", reading.extractor());
    }

    @Override
    public Optional<Episode> find(String episodeId) {
        return find(List.of(episodeId)).stream().findFirst();
    }

    @Override
    public List<Episode> find(Collection<String> episodeIds) {
        List<Episode> found = new ArrayList<>();
        for (List<String> part : Columns.parts(episodeIds)) {
            found.addAll(db.jdbc()
                    .sql("SELECT * FROM episodes WHERE id IN (:ids)")
                    .param("ids", part)
                    .query((row, n) -> episode(row))
                    .list());
        }
        return found;
    }

    @Override
    public List<Episode> ofShow(String showId, int limit) {
        return db.jdbc()
                .sql("SELECT * FROM episodes WHERE show_id = ? ORDER BY published DESC, id LIMIT ?")
                .params(showId, limit)
                .query((row, n) -> episode(row))
                .list();
    }

    @Override
    public List<Reading> barren(Instant since, Followed within, int limit) {
        return db
                .jdbc()
                .sql("""
                SELECT readings.*, episodes.show_id FROM episodes JOIN readings ON readings.episode_id = episodes.id
                WHERE published >= ? AND readings.state <> 'READ' AND readings.insights = 0 ORDER BY published DESC, id LIMIT ?""")
                .params(since.toEpochMilli(), within.isEverything() ? limit : Integer.MAX_VALUE)
                .query((row, n) ->
                        within.has(row.getString("show_id")) ? Optional.of(reading(row)) : Optional.<Reading>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Episode> waiting(int limit) {
        return db.jdbc().sql("""
                SELECT episodes.* FROM episodes JOIN readings ON readings.episode_id = episodes.id
                WHERE readings.state = 'WAITING' ORDER BY published DESC, id LIMIT ?""").param(limit).query((row, n) -> episode(row)).list();
    }

    @Override
    public Optional<Reading> reading(String episodeId) {
        return db.jdbc()
                .sql("SELECT * FROM readings WHERE episode_id = ?")
                .param(episodeId)
                .query((row, n) -> reading(row))
                .optional();
    }

    @Override
    public void save(Reading reading) {
        db.jdbc().sql(READ).paramSource(columns(reading)).update();
    }

    @Override
    public Readers readers(Instant since, Followed within) {
        Map<String, Integer> read = new HashMap<>();
        AtomicInteger waiting = new AtomicInteger();
        db.jdbc().sql("""
                SELECT show_id, extractor, state = 'WAITING' AS waits, COUNT(*) AS episodes
                FROM episodes JOIN readings ON readings.episode_id = episodes.id
                WHERE published >= ? AND transcript <> '' AND state <> 'SKIPPED' GROUP BY show_id, extractor, waits""").param(since.toEpochMilli()).query(row -> {
            int episodes = within.has(row.getString("show_id")) ? row.getInt("episodes") : 0;
            if (row.getBoolean("waits")) {
                waiting.addAndGet(episodes);
            } else if (episodes > 0) {
                read.merge(row.getString("extractor"), episodes, Integer::sum);
            }
        });
        return new Readers(read, waiting.get());
    }

    @Override
    public List<Reading> readByOthers(Collection<String> names, Instant since, Followed within) {
        return db
                .jdbc()
                .sql("""
                SELECT readings.*, episodes.show_id FROM episodes JOIN readings ON readings.episode_id = episodes.id
                WHERE published >= :since AND transcript <> '' AND state NOT IN ('SKIPPED', 'WAITING')
                    AND extractor NOT IN (:names) ORDER BY published DESC, id""")
                .param("since", since.toEpochMilli())
                .param("names", names)
                .query((row, n) ->
                        within.has(row.getString("show_id")) ? Optional.of(reading(row)) : Optional.<Reading>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<WatchedTranscript> watched(String episodeId) {
        return db.jdbc()
                .sql("SELECT * FROM watched_transcripts WHERE episode_id = ?")
                .param(episodeId)
                .query((row, n) -> watched(row))
                .optional();
    }

    @Override
    public void save(WatchedTranscript watched) {
        Edition edition = watched.edition();
        db.jdbc()
                .sql("""
                INSERT INTO watched_transcripts (episode_id, address, etag, last_modified, source, format, cues, looks, due)
                SELECT id, :address, :etag, :lastModified, :source, :format, :cues, :looks, :due
                FROM episodes WHERE id = :episodeId
                ON CONFLICT (episode_id) DO UPDATE SET address = excluded.address, etag = excluded.etag,
                    last_modified = excluded.last_modified, source = excluded.source, format = excluded.format, cues = excluded.cues,
                    looks = excluded.looks, due = excluded.due""")
                .param("episodeId", watched.episodeId())
                .param("address", edition.address().toString())
                .param("etag", orNull(edition.etag()))
                .param("lastModified", orNull(edition.lastModified()))
                .param("source", edition.source().toString())
                .param("format", edition.format())
                .param("cues", edition.cues())
                .param("looks", watched.looks())
                .param("due", orNull(watched.due()))
                .update();
    }

    @Override
    public List<Episode> toLookAt(Instant now, int limit) {
        return db.jdbc()
                .sql("""
                SELECT episodes.* FROM watched_transcripts JOIN episodes ON episodes.id = episode_id
                WHERE due <= ? ORDER BY due, id LIMIT ?""")
                .params(now.toEpochMilli(), limit)
                .query((row, n) -> episode(row))
                .list();
    }

    @Override
    public Map<Reading.State, Integer> progress() {
        Map<Reading.State, Integer> progress = new EnumMap<>(Reading.State.class);
        db.jdbc()
                .sql("SELECT state, COUNT(*) AS episodes FROM readings GROUP BY state")
                .query(row -> {
                    progress.put(Reading.State.valueOf(row.getString("state")), row.getInt("episodes"));
                });
        return progress;
    }

    private static Episode episode(ResultSet row) throws SQLException {
        return new Episode(
                row.getString("id"),
                row.getString("show_id"),
                row.getString("guid"),
                row.getString("title"),
                Columns.uri(row, "link"),
                Columns.instant(row, "published"),
                enclosure(row),
                Columns.number(row, "duration").map(Duration::ofMillis),
                Columns.number(row, "season").map(Long::intValue),
                Columns.text(row, "number"),
                Episode.Kind.valueOf(row.getString("kind")),
                Columns.list(row, "persons", Person.class),
                Columns.list(row, "transcripts", TranscriptLink.class),
                Columns.uri(row, "chapters"),
                row.getString("notes"),
                Columns.list(row, "outline", Chapter.class));
    }

    private static Optional<Enclosure> enclosure(ResultSet row) throws SQLException {
        var url = Columns.uri(row, "enclosure_url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Enclosure(url.get(), row.getString("enclosure_type"), row.getLong("enclosure_length")));
    }

    private static WatchedTranscript watched(ResultSet row) throws SQLException {
        return new WatchedTranscript(
                row.getString("episode_id"),
                new Edition(
                        URI.create(row.getString("address")),
                        Columns.text(row, "etag"),
                        Columns.text(row, "last_modified"),
                        URI.create(row.getString("source")),
                        row.getString("format"),
                        row.getString("cues")),
                row.getInt("looks"),
                Columns.number(row, "due").map(Instant::ofEpochMilli));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("episode_id"),
                Reading.State.valueOf(row.getString("state")),
                row.getString("detail"),
                row.getString("transcript"),
                row.getInt("insights"),
                Columns.counts(row, "refused"),
                Columns.instant(row, "at"),
                row.getString("extractor"));
    }
}
