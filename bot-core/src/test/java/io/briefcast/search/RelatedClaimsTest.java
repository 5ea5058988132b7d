package io.briefcast.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedding;
import io.briefcast.language.OneMeaning;
import io.briefcast.search.Fusion.Fused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What counts as near depends on what is near by chance; words and meanings each bring in what the other does not see. */
class RelatedClaimsTest {
    private static final int DIMENSION = 64;

    private final Random random = new Random(3);

    @Test
    void whatBothViewsHaveComesBeforeWhatIsFirstInOne() {
        assertThat(Fusion.fuse(List.of(List.of(1, 2, 3), List.of(4, 2, 5))))
                .extracting(Fused::document)
                .containsExactly(2, 1, 4, 3, 5);
    }

    @Test
    void nearerThanAllButFewPairsIsRelatedWhereOthersAreFarApart() {
        List<Insight> strangers = crowd(400, 0);
        Insight claim =
                insight("claim", "a", "Bakers rent ovens", strangers.getFirst().embedding());
        Insight near = insight("near", "b", "Mills lease stones", toward(claim.embedding(), 0.6));

        assertThat(related(claim, near, strangers)).contains("near").hasSizeLessThanOrEqualTo(10);
        assertThat(related(claim, near, List.of()))
                .as("where nothing is known of chance, 0.6 is not near")
                .isEmpty();
    }

    @Test
    void asNearAsEverythingIsNotRelated() {
        List<Insight> alike = crowd(400, 0.7);
        Insight claim = insight("claim", "a", "Bakers rent ovens", toward(axis(), 0.85));
        Insight near = insight("near", "b", "Mills lease stones", toward(claim.embedding(), 0.7));

        assertThat(related(claim, near, alike)).doesNotContain("near");
    }

    @Test
    void sharedRareWordsAreEnoughWhereTheMeaningIsFar() {
        List<Insight> strangers = crowd(400, 0);
        Insight claim = insight("claim", "a", "Bakers rent ovens in winter", toward(axis(), 0.1));
        Insight sameWords = insight("near", "b", "Ovens for bakers: who rents in winter", toward(axis(), -0.9));

        assertThat(related(claim, sameWords, strangers)).contains("near");
    }

    private List<String> related(Insight claim, Insight near, List<Insight> others) {
        InsightsInMemory insights = new InsightsInMemory();
        List<Insight> all = new ArrayList<>(others);
        all.addAll(List.of(claim, near));
        insights.add(all);
        try (InsightIndex index = InsightIndex.inMemory(
                insights, new PassagesInMemory(), TitledShows::find, new OneMeaning(), () -> Aliases.NONE)) {
            index.follow();
            return index.related(claim, 10).stream()
                    .map(hit -> hit.insight().id())
                    .toList();
        }
    }

    /** Of ten shows, without a word in common; each so near to one axis. */
    private List<Insight> crowd(int count, double cosine) {
        List<Insight> crowd = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            crowd.add(insight("c" + i, "s" + i % 10, "Word" + i + " thing" + i, toward(axis(), cosine)));
        }
        return crowd;
    }

    private static Embedding axis() {
        float[] axis = new float[DIMENSION];
        axis[0] = 1;
        return new Embedding(axis);
    }

    /** Of unit length, with that cosine to another, and at random else. */
    private Embedding toward(Embedding other, double cosine) {
        double[] aside = new double[DIMENSION];
        double along = 0;
        for (int i = 0; i < DIMENSION; i++) {
            aside[i] = random.nextGaussian();
            along += aside[i] * other.vector()[i];
        }
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            aside[i] -= along * other.vector()[i];
            squares += aside[i] * aside[i];
        }
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (cosine * other.vector()[i] + Math.sqrt((1 - cosine * cosine) / squares) * aside[i]);
        }
        return new Embedding(vector);
    }

    private static Insight insight(String id, String show, String headline, Embedding meaning) {
        return new Insight(
                id,
                "episode of " + id,
                show,
                headline,
                "",
                new Quote(headline, "", Duration.ZERO, Duration.ofSeconds(9), false),
                9,
                0.8,
                Instant.EPOCH,
                "test-1",
                List.of(),
                meaning);
    }
}
