package io.briefcast.ranking.signal;

import io.briefcast.ranking.Signal;
import java.util.List;

/** Every signal, in bean order, for tests and benchmarks without Spring. */
public final class AllSignals {
    private AllSignals() {}

    public static List<Signal> inOrder() {
        return List.of(
                new Quality(),
                new TopicMatch(),
                new Recency(),
                new Corroboration(),
                new Novelty(),
                new SourceWeight(),
                new LearnedTaste());
    }
}
