package io.briefcast.insight.extract;

import io.briefcast.insight.ColdOpen;
import io.briefcast.insight.ColdOpen.Example;
import io.briefcast.language.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much a sentence means what the editors of the shows followed here cut to the front of their episodes. Learnt on
 * this machine from {@link ColdOpen}s; counts only when there are enough of them, and when it tells clips of episodes
 * that it has not seen from other sentences better than the score does without it. The same cold opens give the same
 * prior.
 *
 * @param clips what it was learnt from
 * @param before share of pairs of a clip and another sentence that the score orders rightly without it
 * @param after the same with it, over episodes that it was not learnt from
 */
record HighlightPrior(int clips, double before, double after, Optional<Learnt> learnt) {
    /** Fewer say more about their subjects than about what editors like. */
    static final int ENOUGH = 300;

    /** More take long and teach little. */
    static final int MOST = 600;

    static final HighlightPrior NONE = new HighlightPrior(0, 0, 0, Optional.empty());

    private static final int FOLDS = 5;
    /** Parts of the episodes in which it has to do better. */
    private static final int FOLDS_BETTER = 4;

    private static final double FULL_WEIGHT = 0.5;
    private static final double FARTHEST = 3;

    /** Learns from so many cold opens as there are; a few seconds of one processor. */
    static HighlightPrior from(List<ColdOpen> coldOpens) {
        int clips = coldOpens.stream().mapToInt(open -> open.clips().size()).sum();
        if (clips < ENOUGH) {
            return new HighlightPrior(clips, 0, 0, Optional.empty());
        }
        List<Trial> trials = IntStream.range(0, FOLDS)
                .mapToObj(fold -> trial(coldOpens, fold))
                .toList();
        double before = mean(trials.stream().mapToDouble(Trial::before));
        double after = mean(trials.stream().mapToDouble(Trial::after));
        long better =
                trials.stream().filter(trial -> trial.after() > trial.before()).count();
        boolean counts = better >= FOLDS_BETTER && after > before;
        return new HighlightPrior(clips, before, after, counts ? Optional.of(learnt(coldOpens)) : Optional.empty());
    }

    private static Trial trial(List<ColdOpen> coldOpens, int fold) {
        Learnt learnt = learnt(part(coldOpens, fold, false));
        List<ColdOpen> unseen = part(coldOpens, fold, true);
        List<Example> clips = clips(unseen);
        List<Example> others = others(unseen);
        return new Trial(
                ordered(scores(clips, Optional.empty()), scores(others, Optional.empty())),
                ordered(scores(clips, Optional.of(learnt)), scores(others, Optional.of(learnt))));
    }

    private static List<ColdOpen> part(List<ColdOpen> coldOpens, int fold, boolean inside) {
        return IntStream.range(0, coldOpens.size())
                .filter(i -> (i % FOLDS == fold) == inside)
                .mapToObj(coldOpens::get)
                .toList();
    }

    private static Learnt learnt(List<ColdOpen> coldOpens) {
        List<Embedding> others =
                others(coldOpens).stream().map(Example::meaning).toList();
        List<Embedding> clips = clips(coldOpens).stream().map(Example::meaning).toList();
        LogisticModel model = LogisticModel.train(clips, others);
        double[] usual = others.stream().mapToDouble(model::score).toArray();
        double mean = mean(DoubleStream.of(usual));
        double variance = mean(DoubleStream.of(usual).map(score -> (score - mean) * (score - mean)));
        double weight = FULL_WEIGHT * Math.min(1, (double) clips.size() / MOST);
        return new Learnt(model, mean, Math.max(1e-6, Math.sqrt(variance)), weight);
    }

    private static List<Example> clips(List<ColdOpen> coldOpens) {
        return coldOpens.stream().flatMap(open -> open.clips().stream()).toList();
    }

    private static List<Example> others(List<ColdOpen> coldOpens) {
        return coldOpens.stream().flatMap(open -> open.others().stream()).toList();
    }

    private static double[] scores(List<Example> examples, Optional<Learnt> learnt) {
        return examples.stream()
                .mapToDouble(example -> example.score()
                        + learnt.map(prior -> prior.of(example.meaning())).orElse(0.0))
                .toArray();
    }

    /** The area under the curve: ties count half; no pairs give a half. */
    static double ordered(double[] clips, double[] others) {
        double right = 0;
        for (double clip : clips) {
            for (double other : others) {
                right += (1 + Integer.signum(Double.compare(clip, other))) / 2.0;
            }
        }
        double pairs = (double) clips.length * others.length;
        return pairs == 0 ? 0.5 : right / pairs;
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(0);
    }

    /** To be added to a sentence's score; 0 while it does not count. */
    double of(Embedding meaning) {
        return learnt.map(prior -> prior.of(meaning)).orElse(0.0);
    }

    /** How far it is, for people to know. */
    List<String> report(int known) {
        List<String> lines = new ArrayList<>();
        if (known > 0 && known < ENOUGH) {
            lines.add("Highlights knows %d clips that editors put in front of episodes, and learns from %d on."
                    .formatted(known, ENOUGH));
        } else if (clips >= ENOUGH) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Highlights %s what %d clips in front of episodes taught it: of other episodes it puts %.1f of 100"
                            + " clips before other sentences with it, %.1f without.",
                    learnt.isPresent() ? "uses" : "leaves out",
                    clips,
                    100 * after,
                    100 * before));
        }
        return lines;
    }

    /**
     * A model and its scale.
     *
     * @param usual score of a sentence that no editor chose, on average
     * @param weight of one standard deviation of those
     */
    record Learnt(LogisticModel model, double usual, double deviation, double weight) {
        double of(Embedding meaning) {
            return weight * Math.clamp((model.score(meaning) - usual) / deviation, -FARTHEST, FARTHEST);
        }
    }

    private record Trial(double before, double after) {}
}
