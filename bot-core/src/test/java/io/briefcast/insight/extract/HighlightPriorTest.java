package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.ColdOpen;
import io.briefcast.insight.ColdOpen.Example;
import io.briefcast.insight.ColdOpens;
import io.briefcast.language.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HighlightPriorTest {
    private static final int CLIPS = 4;

    @Test
    void whatEditorsChooseCountsOnceThereIsEnoughOfIt() {
        HighlightPrior few = HighlightPrior.from(episodes(HighlightPrior.ENOUGH / CLIPS - 1, 0.5));
        HighlightPrior enough = HighlightPrior.from(episodes(HighlightPrior.ENOUGH / CLIPS, 0.5));

        assertThat(few.learnt()).isEmpty();
        assertThat(few.of(at(1, 0))).isZero();
        assertThat(enough.learnt()).isPresent();
        assertThat(enough.after()).isGreaterThan(enough.before());
        assertThat(enough.of(at(1, 0))).isPositive().isLessThanOrEqualTo(1.5).isGreaterThan(enough.of(at(-1, 0)));
    }

    @Test
    void whatDoesNotHelpWithEpisodesNeverSeenIsLeftOut() {
        HighlightPrior chance = HighlightPrior.from(episodes(HighlightPrior.ENOUGH / CLIPS, 0));

        assertThat(chance.learnt()).isEmpty();
        assertThat(chance.of(at(1, 0))).isZero();
        assertThat(chance.report(300)).singleElement().asString().startsWith("Highlights leaves out what 300 clips");
    }

    @Test
    void theSameColdOpensGiveTheSamePrior() {
        List<ColdOpen> coldOpens = episodes(HighlightPrior.ENOUGH / CLIPS, 0.5);

        assertThat(HighlightPrior.from(coldOpens)).isEqualTo(HighlightPrior.from(coldOpens));
    }

    @Test
    void pairsInOrderAreCountedWithTiesAsHalves() {
        assertThat(HighlightPrior.ordered(new double[] {2, 1}, new double[] {1, 0}))
                .isEqualTo(0.875);
        assertThat(HighlightPrior.ordered(new double[0], new double[] {1})).isEqualTo(0.5);
    }

    @Test
    void learnsAnewWhenThereIsATenthMore() {
        var known = new Known();
        var lessons = new HighlightLessons(known);

        known.episodes.addAll(episodes(70, 0.5));
        assertThat(lessons.prior().learnt()).isEmpty();
        assertThat(lessons.report()).singleElement().asString().contains("280 clips", "from 300 on");

        known.episodes.addAll(episodes(10, 0.5));
        HighlightPrior first = lessons.prior();
        assertThat(first.learnt()).isPresent();
        assertThat(lessons.report()).singleElement().asString().startsWith("Highlights uses what 320 clips");

        known.episodes.addAll(episodes(7, 0.5));
        assertThat(lessons.prior()).isSameAs(first);
        known.episodes.addAll(episodes(1, 0.5));
        assertThat(lessons.prior()).isNotSameAs(first);

        known.episodes.clear();
        assertThat(lessons.prior()).isEqualTo(HighlightPrior.NONE);
    }

    /** Clips lie so far to one side of the other sentences, which is the only thing that tells them apart. */
    private static List<ColdOpen> episodes(int count, double aside) {
        Random random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(i -> new ColdOpen(examples(CLIPS, aside, random), examples(3 * CLIPS, -aside, random)))
                .toList();
    }

    private static List<Example> examples(int count, double aside, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Example(
                        at(aside + 0.3 * random.nextGaussian(), random.nextGaussian()), random.nextGaussian()))
                .toList();
    }

    private static Embedding at(double... values) {
        float[] vector = new float[values.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) values[i];
        }
        return new Embedding(vector);
    }

    private static final class Known implements ColdOpens {
        private final List<ColdOpen> episodes = new ArrayList<>();

        @Override
        public void remember(String episodeId, ColdOpen coldOpen) {
            episodes.add(coldOpen);
        }

        @Override
        public int clips() {
            return episodes.stream().mapToInt(open -> open.clips().size()).sum();
        }

        @Override
        public List<ColdOpen> newest(int clips) {
            return List.copyOf(episodes);
        }
    }
}
