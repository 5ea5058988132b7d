package io.briefcast.search;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.search.Fusion.Fused;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/**
 * Answers a topic: the best hundred by words and the nearest hundred by meaning, fused by reciprocal rank.
 *
 * <p>The answer is strong when the topic has a content word, and either the nearest insight stands out ({@link
 * Background.Band#answeredBy}) or one has all content words side by side.
 */
final class TopicSearch {
    /** More than anybody types; what is longer is a paste, and its first words say the topic. */
    private static final int MAX_CHARACTERS = 300;
    /** Taken from each view: twenty pages of ten, and enough for the fusion to find what both have. */
    private static final int CANDIDATES = 100;

    private static final int MAX_PAGE_SIZE = 50;

    private final Embedder embedder;
    private final Background background = new Background();

    TopicSearch(Embedder embedder) {
        this.embedder = embedder;
    }

    Page search(IndexSearcher searcher, TopicQuery topic) throws IOException {
        String text = cut(topic.text()).strip();
        if (!Words.speaks(text) || searcher.getIndexReader().numDocs() == 0) {
            return new Page(List.of(), false, false);
        }
        Optional<Query> filter = InsightFields.filter(topic);
        TopicWords words = TopicWords.of(text);
        ScoreDoc[] byWords = byWords(searcher, words.query(), filter);
        Near near = byMeaning(searcher, embedder.query(text), filter);
        List<Fused> fused = Fusion.fuse(List.of(documents(byWords), near.documents()));
        boolean strong = !words.stems().isEmpty() && (near.strong() || together(searcher, words, filter));
        return page(fused, strong, topic);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS));
    }

    private static ScoreDoc[] byWords(IndexSearcher searcher, Query words, Optional<Query> filter) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
        filter.ifPresent(f -> query.add(f, Occur.FILTER));
        return searcher.search(query.build(), CANDIDATES).scoreDocs;
    }

    private static boolean together(IndexSearcher searcher, TopicWords words, Optional<Query> filter)
            throws IOException {
        return byWords(searcher, words.together(), filter).length > 0;
    }

    /** The tail that is no nearer to the question than to anything else is left out. */
    private Near byMeaning(IndexSearcher searcher, Embedding question, Optional<Query> filter) throws IOException {
        TopDocs nearest = searcher.search(
                new KnnFloatVectorQuery(InsightFields.VECTOR, question.vector(), CANDIDATES, filter.orElse(null)),
                CANDIDATES);
        if (nearest.scoreDocs.length == 0) {
            return new Near(List.of(), false);
        }
        IndexReader reader = searcher.getIndexReader();
        Background.Band band = background.band(reader, question);
        double best = cosine(nearest.scoreDocs[0]);
        double floor = band.floor(best);
        List<Integer> near = Stream.of(nearest.scoreDocs)
                .filter(hit -> cosine(hit) >= floor)
                .map(hit -> hit.doc)
                .toList();
        return new Near(near, band.answeredBy(best));
    }

    /** Lucene gives (1 + dot product) / 2. */
    private static double cosine(ScoreDoc hit) {
        return 2 * hit.score - 1;
    }

    private static List<Integer> documents(ScoreDoc[] hits) {
        return Arrays.stream(hits).map(hit -> hit.doc).toList();
    }

    private static Page page(List<Fused> all, boolean strong, TopicQuery topic) {
        int size = Math.clamp(topic.pageSize(), 1, MAX_PAGE_SIZE);
        long from = Math.min((long) Math.max(0, topic.page()) * size, all.size());
        int to = (int) Math.min(from + size, all.size());
        return new Page(all.subList((int) from, to), strong, to < all.size());
    }

    /** @param found in the order of the answer */
    record Page(List<Fused> found, boolean strong, boolean more) {}

    private record Near(List<Integer> documents, boolean strong) {}
}
