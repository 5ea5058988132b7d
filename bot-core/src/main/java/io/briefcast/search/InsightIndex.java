package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.insight.Insights.Written;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedder;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.search.FollowingIndex.Entry;
import io.briefcast.search.FollowingIndex.Place;
import io.briefcast.search.Fusion.Fused;
import io.briefcast.search.PassageIndex.Found;
import io.briefcast.search.SearchResult.Hit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;

/**
 * The insights of the store, findable by words (BM25 over stems) and by meaning (nearest vectors in an HNSW graph).
 * Derived: it can be deleted at any time, and what is damaged, of another version or out of step with the store is
 * built anew. Safe for many threads; searches see what the last {@link #follow()} saw.
 */
public final class InsightIndex implements InsightSearch, AutoCloseable {
    private final FollowingIndex index;
    private final Insights insights;
    private final PassageIndex passages;
    private final TopicSearch topics;
    private final RelatedClaims related;
    private final Supplier<Aliases> aliases;
    /** Whoever searches keeps one processor busy: more at once would only make everybody wait, also for what is quick. */
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private InsightIndex(
            FollowingIndex index,
            PassageIndex passages,
            Insights insights,
            Embedder embedder,
            Supplier<Aliases> aliases) {
        this.aliases = aliases;
        this.index = index;
        this.insights = insights;
        this.passages = passages;
        this.topics = new TopicSearch(embedder);
        this.related = new RelatedClaims();
    }

    /**
     * Opens the index in a folder of its own, which is made when it is not there. Where another process has it open,
     * this one works on a copy in memory. Call {@link #follow()} before the first search.
     *
     * @param shows the show of an id, as far as it is known
     * @param aliases which topics are one, as of when it is asked
     * @throws IndexUnusable when the folder cannot be read or written
     */
    public static InsightIndex open(
            Path folder,
            Insights insights,
            Passages passages,
            Function<String, Optional<Show>> shows,
            Embedder embedder,
            Supplier<Aliases> aliases) {
        FollowingIndex index = new FollowingIndex(Place.in(folder), new InsightsInOrder(insights, shows));
        try {
            PassageIndex spoken = PassageIndex.open(folder.resolve("passages"), passages, embedder);
            return new InsightIndex(index, spoken, insights, embedder, aliases);
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** An index that ends with the process. */
    public static InsightIndex inMemory(
            Insights insights,
            Passages passages,
            Function<String, Optional<Show>> shows,
            Embedder embedder,
            Supplier<Aliases> aliases) {
        FollowingIndex index = new FollowingIndex(Place.inMemory(), new InsightsInOrder(insights, shows));
        return new InsightIndex(index, PassageIndex.inMemory(passages, embedder), insights, embedder, aliases);
    }

    /**
     * Takes in what the store got since the last call, and forgets what it replaced. Cheap when there is nothing new;
     * otherwise about 1,000 insights a second.
     *
     * @return how many insights were taken in
     * @throws IndexUnusable when the index cannot be written, for example to a full disk
     */
    public long follow() {
        passages.follow();
        return index.follow();
    }

    @Override
    public SearchResult search(TopicQuery query) {
        return inTurn(() -> searched(query));
    }

    private SearchResult searched(TopicQuery query) {
        List<String> wordings =
                aliases.get().wordings(TopicSearch.cut(query.text()).strip());
        List<Found> spoken = passages.search(query, wordings);
        return index.with(searcher -> {
            TopicSearch.Page page = topics.search(searcher, query, wordings, spoken);
            Set<String> stems = TopicWords.of(wordings).all();
            List<Hit> hits = hits(searcher, page.found()).stream()
                    .map(hit -> Excerpts.marked(hit, stems))
                    .toList();
            return new SearchResult(hits, Excerpts.beside(hits, spoken, stems, query), page.strong(), page.more());
        });
    }

    @Override
    public List<Hit> related(Insight insight, int limit, Followed within) {
        return inTurn(() ->
                index.with(searcher -> hits(searcher, related.find(searcher, insight, aliases.get(), limit, within))));
    }

    /** First come, first served. */
    private <T> T inTurn(Supplier<T> search) {
        processors.acquireUninterruptibly();
        try {
            return search.get();
        } finally {
            processors.release();
        }
    }

    @Override
    public Set<String> otherShows(Insight insight, double nearness, Duration around, int limit) {
        return index.with(searcher -> SameClaims.otherShows(searcher, insight, nearness, around, limit));
    }

    private List<Hit> hits(IndexSearcher searcher, List<Fused> found) throws IOException {
        Map<String, Double> scores = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (Fused fused : found) {
            String id = searcher.storedFields()
                    .document(fused.document(), Set.of(InsightFields.ID))
                    .get(InsightFields.ID);
            ids.add(id);
            scores.put(id, fused.score());
        }
        return insights.find(ids).stream()
                .map(insight -> new Hit(insight, scores.getOrDefault(insight.id(), 0.0)))
                .toList();
    }

    /** Gives files and locks back; what was not committed is read from the store again next time. */
    @Override
    public void close() {
        try (passages) {
            index.close();
        }
    }

    /** The insights as documents, each with the title of its show. */
    private record InsightsInOrder(Insights insights, Function<String, Optional<Show>> shows)
            implements FollowingIndex.Source {
        @Override
        public List<Entry> after(long sequence, int limit) {
            Map<String, String> titles = new HashMap<>();
            return insights.after(sequence, limit).stream()
                    .map(written -> entry(
                            written, titles.computeIfAbsent(written.insight().showId(), this::title)))
                    .toList();
        }

        private static Entry entry(Written written, String title) {
            Insight insight = written.insight();
            return new Entry(
                    written.sequence(), insight.id(), insight.episodeId(), InsightFields.document(insight, title));
        }

        private String title(String showId) {
            return shows.apply(showId).map(Show::title).orElse("");
        }

        @Override
        public long count() {
            return insights.count();
        }
    }
}
