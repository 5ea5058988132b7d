package io.briefcast.store;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.podcast.Followed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Insights in a database. Those that a new reading of the episode replaced are retired and not deleted: {@code find}
 * still answers for the posts that show them, and what an audience has seen stays known.
 */
public final class JdbcInsights implements Insights {
    private final Database db;

    public JdbcInsights(Database db) {
        this.db = db;
    }

    @Override
    public void replace(String episodeId, List<Insight> insights) {
        db.transactions().executeWithoutResult(tx -> {
            long sequence = number(insights.size());
            db.jdbc()
                    .sql("UPDATE insights SET retired = TRUE WHERE episode_id = ?")
                    .param(episodeId)
                    .update();
            for (Insight insight : insights) {
                write(++sequence, insight);
            }
        });
    }

    /** Reserves numbers; returns the last one that was taken before. */
    private long number(int count) {
        db.jdbc()
                .sql("UPDATE counters SET value = value + ? WHERE name = 'insights'")
                .param(count)
                .update();
        return last() - count;
    }

    @Override
    public long last() {
        return db.jdbc()
                .sql("SELECT value FROM counters WHERE name = 'insights'")
                .query(Long.class)
                .single();
    }

    private void write(long sequence, Insight insight) {
        db.jdbc()
                .sql("""
                INSERT INTO insights (id, sequence, episode_id, show_id, headline, explanation, quote, speaker,
                    quote_start, quote_end, quote_approximate, score, quality, published, extractor, terms, embedding,
                    chapter, kind, retired)
                VALUES (:id, :sequence, :episodeId, :showId, :headline, :explanation, :quote, :speaker,
                    :start, :end, :approximate, :score, :quality, :published, :extractor, :terms, :embedding,
                    :chapter, :kind, FALSE)
                ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, headline = excluded.headline,
                    explanation = excluded.explanation, quote = excluded.quote, speaker = excluded.speaker,
                    quote_start = excluded.quote_start, quote_end = excluded.quote_end,
                    quote_approximate = excluded.quote_approximate, score = excluded.score,
                    quality = excluded.quality, published = excluded.published, extractor = excluded.extractor,
                    terms = excluded.terms, embedding = excluded.embedding, chapter = excluded.chapter,
                    kind = excluded.kind, retired = FALSE""")
                .param("id", insight.id())
                .param("sequence", sequence)
                .param("episodeId", insight.episodeId())
                .param("showId", insight.showId())
                .param("headline", insight.headline())
                .param("explanation", insight.explanation())
                .param("quote", insight.quote().text())
                .param("speaker", insight.quote().speaker())
                .param("start", insight.quote().start().toMillis())
                .param("end", insight.quote().end().toMillis())
                .param("approximate", insight.quote().approximate())
                .param("score", insight.score())
                .param("quality", insight.quality())
                .param("published", insight.published().toEpochMilli())
                .param("extractor", insight.extractor())
                .param("terms", Columns.json(insight.terms()))
                .param("embedding", insight.embedding().bytes())
                .param("chapter", insight.chapter())
                .param("kind", insight.kind().word())
                .update();
    }

    @Override
    public Optional<Insight> find(String insightId) {
        return find(List.of(insightId)).stream().findFirst();
    }

    @Override
    public List<Insight> find(Collection<String> insightIds) {
        Map<String, Insight> found = new HashMap<>();
        for (List<String> part : Columns.parts(insightIds)) {
            db.jdbc()
                    .sql("SELECT * FROM insights WHERE id IN (:ids)")
                    .param("ids", part)
                    .query((row, n) -> InsightRow.read(row))
                    .list()
                    .forEach(insight -> found.put(insight.id(), insight));
        }
        return insightIds.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Insight> published(Instant from, Instant to) {
        return db.jdbc()
                .sql("""
                SELECT * FROM insights WHERE published >= ? AND published < ? AND NOT retired
                ORDER BY score DESC, id""")
                .params(from.toEpochMilli(), to.toEpochMilli())
                .query((row, n) -> InsightRow.read(row))
                .list();
    }

    /** Embeddings are most of a row. */
    @Override
    public List<List<String>> terms(Instant from, Instant to, Followed within) {
        return db.jdbc()
                .sql("SELECT show_id, terms FROM insights WHERE published >= ? AND published < ? AND NOT retired")
                .params(from.toEpochMilli(), to.toEpochMilli())
                .query((row, n) -> within.has(row.getString("show_id"))
                        ? Columns.list(row, "terms", String.class)
                        : List.<String>of())
                .list();
    }

    @Override
    public Set<String> speakers(Followed within) {
        return db
                .jdbc()
                .sql("SELECT DISTINCT speaker, show_id FROM insights WHERE NOT retired AND speaker <> ''")
                .query((row, n) -> Map.entry(row.getString("speaker"), row.getString("show_id")))
                .list()
                .stream()
                .filter(said -> within.has(said.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Written> after(long sequence, int limit) {
        return new ArrayList<>(db.jdbc()
                .sql("SELECT * FROM insights WHERE sequence > ? AND NOT retired ORDER BY sequence LIMIT ?")
                .params(sequence, limit)
                .query((row, n) -> new Written(row.getLong("sequence"), InsightRow.read(row)))
                .list());
    }

    @Override
    public long count() {
        return db.jdbc()
                .sql("SELECT COUNT(*) FROM insights WHERE NOT retired")
                .query(Long.class)
                .single();
    }
}
