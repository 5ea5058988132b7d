package io.briefcast.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of a topic as a BM25 query. What people type is analysed like the insights are and never parsed: no sign
 * in it means anything. Where the topic has other names, the wording counts that fits best.
 *
 * @param stems content words in order, at most 32
 * @param others the same of other wordings
 */
record TopicWords(List<String> stems, List<List<String>> others) {
    /** A pasted paragraph is a topic by its first words; more clauses only cost time. */
    private static final int MAX_STEMS = 32;
    /** Words of a pair may be a word apart: "strategy for compute" is near "compute strategy". */
    private static final int PAIR_SLOP = 2;

    private static final float PAIR_BOOST = 1.5f;
    /** All words of the topic in one field, in nearly this order. */
    private static final float PHRASE_BOOST = 2;
    /** Pairs in passages: side by side or a word apart. */
    private static final int SPOKEN_SLOP = 1;

    private static final float SPOKEN_PAIR = 0.4f;
    /** Share of a word's second best field, so that a word in two fields beats a word in one. */
    private static final float OTHER_FIELDS = 0.2f;

    /** The claim itself says best what an insight is about; a show's name says it only roughly. */
    private static final Map<String, Float> WEIGHTS = Map.of(
            InsightFields.HEADLINE, 2f,
            InsightFields.TERMS, 1.5f,
            InsightFields.EXPLANATION, 1f,
            InsightFields.QUOTE, 1f,
            InsightFields.TITLE, 0.5f);

    /** @param wordings all ways to say it, the one that is shown first */
    static TopicWords of(List<String> wordings) {
        List<List<String>> all = wordings.stream()
                .map(wording -> Words.stems(wording, MAX_STEMS))
                .filter(stems -> !stems.isEmpty())
                .distinct()
                .toList();
        return all.isEmpty()
                ? new TopicWords(List.of(), List.of())
                : new TopicWords(all.getFirst(), all.subList(1, all.size()));
    }

    /** The stems of all wordings. */
    Set<String> all() {
        return Stream.concat(Stream.of(stems), others.stream())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Query best(Function<List<String>, Query> wording) {
        return others.isEmpty()
                ? wording.apply(stems)
                : new DisjunctionMaxQuery(
                        Stream.concat(Stream.of(stems), others.stream())
                                .map(wording)
                                .toList(),
                        0);
    }

    Query query() {
        return best(TopicWords::query);
    }

    private static Query query(List<String> stems) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String stem : stems) {
            query.add(anywhere(field -> new TermQuery(new Term(field, stem))), Occur.SHOULD);
        }
        for (int i = 0; i + 1 < stems.size(); i++) {
            Query pair = phrase(stems.subList(i, i + 2), PAIR_SLOP);
            query.add(new BoostQuery(pair, PAIR_BOOST), Occur.SHOULD);
        }
        if (stems.size() > 2) {
            query.add(new BoostQuery(phrase(stems, stems.size()), PHRASE_BOOST), Occur.SHOULD);
        }
        return query.build();
    }

    /** For passages: words, and a little for pairs of them. */
    Query spoken() {
        return best(TopicWords::spoken);
    }

    private static Query spoken(List<String> stems) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String stem : stems) {
            query.add(new TermQuery(new Term(PassageFields.TEXT, stem)), Occur.SHOULD);
        }
        for (int i = 0; i + 1 < stems.size(); i++) {
            Query pair = new PhraseQuery(
                    SPOKEN_SLOP, PassageFields.TEXT, stems.subList(i, i + 2).toArray(String[]::new));
            query.add(new BoostQuery(pair, SPOKEN_PAIR), Occur.SHOULD);
        }
        return query.build();
    }

    /** Passages that have all words, one beside the other. */
    Query spokenTogether() {
        return best(wording ->
                new PhraseQuery(Math.max(0, wording.size() - 1), PassageFields.TEXT, wording.toArray(String[]::new)));
    }

    /** Insights that have all words, one beside the other: what makes an answer by words alone. */
    Query together() {
        return best(wording -> phrase(wording, Math.max(0, wording.size() - 1)));
    }

    private static Query phrase(List<String> stems, int slop) {
        String[] words = stems.toArray(String[]::new);
        return anywhere(field -> new PhraseQuery(slop, field, words));
    }

    private static Query anywhere(Function<String, Query> inField) {
        List<Query> fields = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> fields.add(new BoostQuery(inField.apply(field), weight)));
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    }
}
