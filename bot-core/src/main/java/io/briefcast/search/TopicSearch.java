package io.briefcast.search;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.search.Fusion.Fused;
import io.briefcast.search.PassageIndex.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/**
 * Answers a topic: the best hundred by words and the nearest hundred by meaning, fused by reciprocal rank.
 *
 * <p>The answer is strong when the topic has a content word, and either the nearest insight stands out ({@link
 * Background.Level#strong}) or one has all content words side by side.
 */
final class TopicSearch {
    /** More than anybody types; what is longer is a paste, and its first words say the topic. */
    private static final int MAX_CHARACTERS = 300;
    /** Taken from each view: twenty pages of ten, and enough for the fusion to find what both have. */
    private static final int CANDIDATES = 100;

    private static final int MAX_PAGE_SIZE = 50;

    private final Embedder embedder;
    private final EverydayTopics everyday;
    private final Background background;

    TopicSearch(Embedder embedder) {
        this.embedder = embedder;
        this.everyday = new EverydayTopics(embedder);
        this.background = new Background(everyday, Meanings.OF_INSIGHTS);
    }

    /** @param wordings all ways to say the topic, the one that is shown first */
    Page search(IndexSearcher searcher, TopicQuery topic, List<String> wordings, List<Found> spoken)
            throws IOException {
        String text = wordings.getFirst();
        boolean said = spoken.stream().anyMatch(Found::strong);
        if (!Words.speaks(text) || searcher.getIndexReader().numDocs() == 0) {
            return new Page(List.of(), said, false);
        }
        Optional<Query> filter = InsightFields.filter(topic);
        TopicWords words = TopicWords.of(wordings);
        ScoreDoc[] byWords = byWords(searcher, words.query(), filter);
        Near near = byMeaning(searcher, embedder.query(text), filter);
        List<Fused> fused =
                Fusion.fuse(List.of(documents(byWords), near.documents(), saidThere(searcher, spoken, filter)));
        boolean strong = said || (!words.stems().isEmpty() && (near.strong() || together(searcher, words, filter)));
        return page(fused, strong, topic);
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS));
    }

    private static ScoreDoc[] byWords(IndexSearcher searcher, Query words, Optional<Query> filter) throws IOException {
        return byWords(searcher, words, filter, CANDIDATES);
    }

    private static ScoreDoc[] byWords(IndexSearcher searcher, Query words, Optional<Query> filter, int limit)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
        filter.ifPresent(f -> query.add(f, Occur.FILTER));
        return searcher.search(query.build(), limit).scoreDocs;
    }

    /** Insights that were said in the best passages: their headlines need not have the words. */
    private static List<Integer> saidThere(IndexSearcher searcher, List<Found> spoken, Optional<Query> filter)
            throws IOException {
        Set<Integer> insights = new LinkedHashSet<>();
        for (Found found : spoken) {
            if (found.strong()) {
                ScoreDoc[] there = byWords(searcher, InsightFields.saidIn(found.passage()), filter);
                Arrays.stream(there).forEach(hit -> insights.add(hit.doc));
            }
        }
        return List.copyOf(insights);
    }

    private static boolean together(IndexSearcher searcher, TopicWords words, Optional<Query> filter)
            throws IOException {
        return byWords(searcher, words.together(), filter, 1).length > 0;
    }

    /**
     * The nearest by cosine, put in order by how much nearer they are to the question than to questions in general. The
     * tail that is nearer to what answers nothing is left out.
     */
    private Near byMeaning(IndexSearcher searcher, Embedding question, Optional<Query> filter) throws IOException {
        TopDocs nearest = searcher.search(Meanings.OF_INSIGHTS.nearest(question, CANDIDATES, filter), CANDIDATES);
        if (nearest.scoreDocs.length == 0) {
            return new Near(List.of(), false);
        }
        IndexReader reader = searcher.getIndexReader();
        List<Apart> found = new ArrayList<>();
        for (ScoreDoc hit : nearest.scoreDocs) {
            Embedding text = Vectors.of(reader, hit.doc);
            found.add(new Apart(hit.doc, question.cosine(text) - everyday.nearness(reader, hit.doc, text)));
        }
        return Near.of(found, background.level(searcher));
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

    /** @param apart cosine with the question less that with everyday topics */
    private record Apart(int document, double apart) {}

    private record Near(List<Integer> documents, boolean strong) {
        static Near of(List<Apart> found, Background.Level level) {
            List<Apart> sorted = found.stream()
                    .sorted(Comparator.comparingDouble(Apart::apart).reversed().thenComparingInt(Apart::document))
                    .toList();
            double best = sorted.getFirst().apart();
            List<Integer> documents = sorted.stream()
                    .filter(hit -> hit.apart() >= level.floor(best))
                    .map(Apart::document)
                    .toList();
            return new Near(documents, best >= level.strong());
        }
    }
}
