package io.briefcast.store;

import io.briefcast.language.Embedding;
import io.briefcast.search.Passage;
import io.briefcast.search.Passage.Line;
import io.briefcast.search.Passages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Passages in a database. */
public final class JdbcPassages implements Passages {
    private final Database db;

    public JdbcPassages(Database db) {
        this.db = db;
    }

    @Override
    public void replace(String episodeId, List<Passage> passages) {
        db.transactions().executeWithoutResult(tx -> {
            long sequence = number(passages.size());
            db.jdbc()
                    .sql("DELETE FROM passages WHERE episode_id = ?")
                    .param(episodeId)
                    .update();
            for (Passage passage : passages) {
                write(++sequence, passage);
            }
        });
    }

    /** Reserves numbers; returns the last one that was taken before. */
    private long number(int count) {
        db.jdbc()
                .sql("UPDATE counters SET value = value + ? WHERE name = 'passages'")
                .param(count)
                .update();
        return db.jdbc()
                        .sql("SELECT value FROM counters WHERE name = 'passages'")
                        .query(Long.class)
                        .single()
                - count;
    }

    private void write(long sequence, Passage passage) {
        db.jdbc()
                .sql("""
                INSERT INTO passages (sequence, episode_id, show_id, published, approximate, lines, meaning)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        sequence,
                        passage.episodeId(),
                        passage.showId(),
                        passage.published().toEpochMilli(),
                        passage.approximate(),
                        Columns.json(passage.lines().stream().map(Row::of).toList()),
                        passage.meaning().small())
                .update();
    }

    @Override
    public List<Written> after(long sequence, int limit) {
        return db.jdbc()
                .sql("SELECT * FROM passages WHERE sequence > ? ORDER BY sequence LIMIT ?")
                .params(sequence, limit)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public List<Written> find(Collection<Long> sequences) {
        Map<Long, Written> found = new HashMap<>();
        for (List<Long> part : Columns.parts(sequences)) {
            db.jdbc()
                    .sql("SELECT * FROM passages WHERE sequence IN (:sequences)")
                    .param("sequences", part)
                    .query((row, n) -> read(row))
                    .list()
                    .forEach(written -> found.put(written.sequence(), written));
        }
        return sequences.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public long count() {
        return db.jdbc().sql("SELECT COUNT(*) FROM passages").query(Long.class).single();
    }

    private static Written read(ResultSet row) throws SQLException {
        return new Written(
                row.getLong("sequence"),
                new Passage(
                        row.getString("episode_id"),
                        row.getString("show_id"),
                        Columns.instant(row, "published"),
                        row.getBoolean("approximate"),
                        Columns.list(row, "lines", Row.class).stream()
                                .map(Row::line)
                                .toList(),
                        Embedding.ofSmall(row.getBytes("meaning"))));
    }

    /** A line as it lies in the column, times in milliseconds. */
    private record Row(String who, String said, long from, long to) {
        static Row of(Line line) {
            return new Row(
                    line.speaker(),
                    line.text(),
                    line.start().toMillis(),
                    line.end().toMillis());
        }

        Line line() {
            return new Line(who, said, Duration.ofMillis(from), Duration.ofMillis(to));
        }
    }
}
