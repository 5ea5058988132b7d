package io.briefcast.search;

import io.briefcast.language.Aliases;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.search.FollowingIndex.Entry;
import io.briefcast.search.FollowingIndex.Place;
import io.briefcast.search.Passages.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * What was said, findable by words and by meaning: BM25 of stems and of pairs of them, plus the cosine. Derived from the
 * store as {@link InsightIndex} is. Safe for many threads.
 *
 * <p>Weights and length were tuned on every other episode of human topic lines with their times; there, and on the
 * other half, the sum found more than reciprocal ranks did, and windows of 60 s more than longer ones.
 */
public final class PassageIndex implements AutoCloseable {
    /** Taken from each view. */
    private static final int CANDIDATES = 200;
    /** What anybody looks at, and enough to find the insights that were said there. */
    private static final int BEST = 30;
    /** What a cosine of 1 is worth in BM25: a rare word has about 4. */
    private static final double MEANING = 18;

    private final FollowingIndex index;
    private final Passages passages;
    private final Embedder embedder;
    private final EverydayTopics everyday;
    private final Background background;

    private PassageIndex(Place place, Passages passages, Embedder embedder) {
        this.index = new FollowingIndex(place, new InOrder(passages));
        this.passages = passages;
        this.embedder = embedder;
        this.everyday = new EverydayTopics(embedder);
        this.background = new Background(everyday, Meanings.OF_PASSAGES);
    }

    /**
     * Opens the index in a folder of its own, which is made when it is not there.
     *
     * @throws IndexUnusable when the folder cannot be read or written
     */
    static PassageIndex open(Path folder, Passages passages, Embedder embedder) {
        return new PassageIndex(Place.in(folder), passages, embedder);
    }

    /** An index that ends with the process. Call {@link #follow()} before the first search. */
    public static PassageIndex inMemory(Passages passages, Embedder embedder) {
        return new PassageIndex(Place.inMemory(), passages, embedder);
    }

    /** An index in memory of these passages and no others. */
    public static PassageIndex of(List<Passage> passages, Embedder embedder) {
        PassageIndex index = inMemory(new Fixed(passages), embedder);
        index.follow();
        return index;
    }

    /** Takes in what the store got since the last call; returns how many. */
    public long follow() {
        return index.follow();
    }

    /** The best passages for a question, best first, none overlapping another; at most 30. */
    public List<Passage> best(String question) {
        return search(TopicQuery.on(question), Aliases.NONE.wordings(TopicSearch.cut(question))).stream()
                .map(Found::passage)
                .toList();
    }

    /**
     * A found passage.
     *
     * @param strong whether it is an answer, and not only nearer than others
     */
    record Found(Passage passage, boolean strong) {}

    /**
     * The best passages; of a kind there are none, for what nobody picked has no kind.
     *
     * @param wordings all ways to say the topic, the one that is shown first
     */
    List<Found> search(TopicQuery topic, List<String> wordings) {
        TopicWords words = TopicWords.of(wordings);
        if (words.stems().isEmpty() || topic.kind().isPresent()) {
            return List.of();
        }
        return index.with(searcher -> searcher.getIndexReader().numDocs() == 0
                ? List.of()
                : search(searcher, words, embedder.query(wordings.getFirst()), InsightFields.filter(topic)));
    }

    private List<Found> search(IndexSearcher searcher, TopicWords words, Embedding question, Optional<Query> filter)
            throws IOException {
        Map<Integer, Double> scores = new HashMap<>();
        for (ScoreDoc hit : top(searcher, words.spoken(), filter)) {
            scores.put(hit.doc, (double) hit.score);
        }
        for (ScoreDoc hit :
                searcher.search(Meanings.OF_PASSAGES.nearest(question, CANDIDATES, filter), CANDIDATES).scoreDocs) {
            scores.putIfAbsent(hit.doc, 0.0);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Map.Entry<Integer, Double> scored : scores.entrySet()) {
            candidates.add(Candidate.of(searcher.getIndexReader(), scored.getKey(), scored.getValue(), question));
        }
        Set<Integer> together = Arrays.stream(top(searcher, words.spokenTogether(), filter))
                .map(hit -> hit.doc)
                .collect(Collectors.toSet());
        return found(searcher.getIndexReader(), apart(searcher, candidates), together, background.level(searcher));
    }

    private static ScoreDoc[] top(IndexSearcher searcher, Query words, Optional<Query> filter) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
        filter.ifPresent(f -> query.add(f, Occur.FILTER));
        return searcher.search(query.build(), CANDIDATES).scoreDocs;
    }

    /** Each minute overlaps its neighbours by half: the best of them stands for all. */
    private static List<Located> apart(IndexSearcher searcher, List<Candidate> candidates) throws IOException {
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::document));
        List<Located> chosen = new ArrayList<>();
        Map<String, List<Located>> ofEpisode = new HashMap<>();
        for (Candidate candidate : candidates) {
            Located located = Located.of(searcher, candidate);
            List<Located> others = ofEpisode.computeIfAbsent(located.episodeId(), id -> new ArrayList<>());
            if (others.stream().noneMatch(located::overlaps)) {
                others.add(located);
                chosen.add(located);
            }
            if (chosen.size() == BEST) {
                break;
            }
        }
        return chosen;
    }

    private List<Found> found(IndexReader reader, List<Located> chosen, Set<Integer> together, Background.Level level) {
        Map<Long, Passage> read = passages
                .find(chosen.stream().map(Located::sequence).toList())
                .stream()
                .collect(Collectors.toMap(Written::sequence, Written::passage));
        List<Found> found = new ArrayList<>();
        for (Located located : chosen) {
            Candidate candidate = located.candidate();
            boolean strong = together.contains(candidate.document())
                    || candidate.cosine() - everyday.nearness(reader, candidate.document(), candidate.meaning())
                            >= level.strong();
            Optional.ofNullable(read.get(located.sequence()))
                    .ifPresent(passage -> found.add(new Found(passage, strong)));
        }
        return found;
    }

    @Override
    public void close() {
        index.close();
    }

    private record Candidate(int document, double score, double cosine, Embedding meaning) {
        static Candidate of(IndexReader reader, int document, double words, Embedding question) throws IOException {
            Embedding meaning = Meanings.OF_PASSAGES.of(reader, document);
            double cosine = meaning.cosine(question);
            return new Candidate(document, words + MEANING * cosine, cosine, meaning);
        }
    }

    private record Located(Candidate candidate, long sequence, String episodeId, long start, long end) {
        private static final Set<String> FIELDS =
                Set.of(InsightFields.ID, InsightFields.EPISODE, PassageFields.START, PassageFields.END);

        static Located of(IndexSearcher searcher, Candidate candidate) throws IOException {
            Document stored = searcher.storedFields().document(candidate.document(), FIELDS);
            return new Located(
                    candidate,
                    Long.parseLong(stored.get(InsightFields.ID)),
                    stored.get(InsightFields.EPISODE),
                    Long.parseLong(stored.get(PassageFields.START)),
                    Long.parseLong(stored.get(PassageFields.END)));
        }

        boolean overlaps(Located other) {
            return start < other.end && other.start < end;
        }
    }

    /** The passages as documents. */
    private record InOrder(Passages passages) implements FollowingIndex.Source {
        @Override
        public List<Entry> after(long sequence, int limit) {
            return passages.after(sequence, limit).stream()
                    .map(PassageFields::entry)
                    .toList();
        }

        @Override
        public long count() {
            return passages.count();
        }
    }

    /** A list that stays as it is. */
    private record Fixed(List<Passage> all) implements Passages {
        @Override
        public void replace(String episodeId, List<Passage> passages) {
            throw new UnsupportedOperationException("these passages stay as they are");
        }

        @Override
        public List<Written> after(long sequence, int limit) {
            return find(LongStream.rangeClosed(sequence + 1, Math.min(all.size(), sequence + limit))
                    .boxed()
                    .toList());
        }

        @Override
        public List<Written> find(Collection<Long> sequences) {
            return sequences.stream()
                    .map(sequence -> new Written(sequence, all.get(sequence.intValue() - 1)))
                    .toList();
        }

        @Override
        public long count() {
            return all.size();
        }
    }
}
