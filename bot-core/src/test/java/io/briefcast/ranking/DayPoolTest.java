package io.briefcast.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayPoolTest {
    private static final int TOPICS = 50;

    private final List<Insight> day = IntStream.range(0, 1_000)
            .mapToObj(i -> Samples.insight("i" + i, "s", 0.9, "All speak of power", Samples.direction(i)))
            .toList();
    private final List<String> embedded = new ArrayList<>();

    @Test
    void aTopicIsComparedOnceHoweverOftenItIsAsked() {
        DayPool pool = remembering(1 << 20);

        askTwice(pool, i -> "topic " + i);

        assertThat(embedded).hasSize(TOPICS);
    }

    @Test
    void topicsThatFitEverythingTakeNoMoreMemoryThanAllowed() {
        DayPool pool = remembering(40L * day.size());

        askTwice(pool, i -> "power" + " ".repeat(i));

        assertThat(embedded).hasSizeGreaterThan(TOPICS + TOPICS - 5);
    }

    @Test
    void topicsThatFitLittleTakeLittleMemory() {
        DayPool pool = remembering(40L * day.size());

        askTwice(pool, i -> "topic " + i);

        assertThat(embedded).hasSize(TOPICS);
    }

    @Test
    void fitsAreThoseOfTheWordsAndZeroElsewhere() {
        List<Insight> mixed = List.of(
                Samples.insight("a", "s", 0.9, "Power is short", Samples.direction(1)),
                Samples.insight("b", "s", 0.9, "Chips are not", Samples.direction(2)),
                Samples.insight("c", "s", 0.9, "Powers that be", Samples.direction(3)));
        DayPool pool = new DayPool(mixed, insight -> Set.of(), topic -> Samples.direction(9));
        float[] fits = {0, 0.5f, 0.5f};

        TopicRow power = pool.topic("power");
        power.raise(fits);

        assertThat(fits).containsExactly(1, 0.5f, 1);
        assertThat(power.fit(0)).isEqualTo(1);
        assertThat(power.fit(1)).isZero();
    }

    private DayPool remembering(long bytes) {
        return new DayPool(
                day,
                insight -> Set.of(),
                topic -> {
                    embedded.add(topic);
                    return Samples.direction(topic.hashCode());
                },
                bytes);
    }

    private static void askTwice(DayPool pool, IntFunction<String> topic) {
        for (int i = 0; i < 2 * TOPICS; i++) {
            pool.topic(topic.apply(i % TOPICS));
        }
    }
}
