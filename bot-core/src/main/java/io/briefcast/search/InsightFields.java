package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.podcast.Followed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** How an insight lies in the index. A change here needs a new {@link #SCHEMA}. */
final class InsightFields {
    /** An index that says another one is built anew. */
    static final String SCHEMA = "4";

    static final String ID = FollowingIndex.ID;
    static final String EPISODE = FollowingIndex.EPISODE;
    static final String SHOW = "show";
    static final String PUBLISHED = "published";
    static final String SPEAKER = "speaker";
    static final String KIND = "kind";
    /** Offset of the quote from the start of the episode, in milliseconds. */
    static final String START = "start";

    static final String HEADLINE = "headline";
    static final String EXPLANATION = "explanation";
    static final String QUOTE = "quote";
    static final String TERMS = "terms";
    static final String TITLE = "title";
    static final String VECTOR = "vector";
    /** Headline, explanation and terms together, with term vectors: what related claims are compared by. */
    static final String CLAIM = "claim";

    private static final FieldType CLAIM_TYPE = claimType();

    private InsightFields() {}

    private static FieldType claimType() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setStoreTermVectors(true);
        type.freeze();
        return type;
    }

    static Document document(Insight insight, String showTitle) {
        Document document = new Document();
        document.add(new StringField(SHOW, insight.showId(), Field.Store.YES));
        document.add(new LongField(PUBLISHED, insight.published().toEpochMilli(), Field.Store.NO));
        document.add(
                new StringField(SPEAKER, PassageFields.folded(insight.quote().speaker()), Field.Store.NO));
        document.add(new StringField(KIND, insight.kind().word(), Field.Store.NO));
        document.add(new LongField(START, insight.quote().start().toMillis(), Field.Store.NO));
        document.add(text(HEADLINE, insight.headline()));
        document.add(text(EXPLANATION, insight.explanation()));
        document.add(text(QUOTE, insight.quote().text()));
        document.add(text(TERMS, String.join(" ", insight.terms())));
        document.add(text(TITLE, showTitle));
        document.add(new Field(CLAIM, claim(insight), CLAIM_TYPE));
        document.add(
                new KnnFloatVectorField(VECTOR, insight.embedding().vector(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    private static Field text(String name, String value) {
        return new TextField(name, value, Field.Store.NO);
    }

    static String claim(Insight insight) {
        return String.join(" ", List.of(insight.headline(), insight.explanation(), String.join(" ", insight.terms())));
    }

    /** Insights whose quote begins in a passage. */
    static Query saidIn(Passage passage) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(EPISODE, passage.episodeId())), Occur.FILTER)
                .add(
                        LongField.newRangeQuery(
                                START, passage.start().toMillis(), passage.end().toMillis()),
                        Occur.FILTER)
                .build();
    }

    static Query otherShows(String showId) {
        return otherShows(showId, Followed.EVERYTHING);
    }

    static Query otherShows(String showId, Followed within) {
        return new BooleanQuery.Builder()
                .add(FollowedFilter.of(within).orElse(MatchAllDocsQuery.INSTANCE), Occur.FILTER)
                .add(new TermQuery(new Term(SHOW, showId)), Occur.MUST_NOT)
                .build();
    }

    /** Empty when everything is wanted. */
    static Optional<Query> filter(TopicQuery topic) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        topic.showId().ifPresent(show -> filter.add(new TermQuery(new Term(SHOW, show)), Occur.FILTER));
        topic.speaker()
                .map(PassageFields::folded)
                .ifPresent(speaker -> filter.add(new TermQuery(new Term(SPEAKER, speaker)), Occur.FILTER));
        topic.kind().ifPresent(kind -> filter.add(new TermQuery(new Term(KIND, kind.word())), Occur.FILTER));
        if (topic.from().isPresent() || topic.to().isPresent()) {
            long from = topic.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
            long to = topic.to().map(end -> end.toEpochMilli() - 1).orElse(Long.MAX_VALUE);
            filter.add(LongField.newRangeQuery(PUBLISHED, from, to), Occur.FILTER);
        }
        FollowedFilter.of(topic.within()).ifPresent(followed -> filter.add(followed, Occur.FILTER));
        BooleanQuery built = filter.build();
        return built.clauses().isEmpty() ? Optional.empty() : Optional.of(built);
    }

    /** The show of an indexed insight. */
    static String show(StoredFields stored, int document) throws IOException {
        return stored.document(document, Set.of(SHOW)).get(SHOW);
    }
}
