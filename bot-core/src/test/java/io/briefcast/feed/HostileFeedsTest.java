package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFeedsTest {
    /** None should cost more than a second; what grows with the square of the size costs minutes. */
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(15);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("names")
    void costsLittleOfAProcessorWhateverThereIsTooMuchOf(String name) {
        byte[] feed = Objects.requireNonNull(HostileFeeds.all().get(name)).get();

        Duration before = processorTime();
        read(feed);

        assertThat(processorTime().minus(before)).isLessThan(FAR_TOO_LONG);
    }

    private static Stream<String> names() {
        return HostileFeeds.all().keySet().stream();
    }

    private static Duration processorTime() {
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime());
    }

    private static void read(byte[] feed) {
        try {
            new FeedParser().parse(feed, Optional.empty(), Optional.of(URI.create("https://hostile.example/feed")));
        } catch (UnreadableFeed e) {
            assertThat(e).hasMessageStartingWith("this ");
        }
    }
}
