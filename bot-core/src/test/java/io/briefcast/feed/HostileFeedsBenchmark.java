package io.briefcast.feed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Prints what each of the {@link HostileFeeds} costs of one processor, the least of three readings. Words are parts of the
 * names of those to read; none means all.
 */
final class HostileFeedsBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int READINGS = 3;

    private HostileFeedsBenchmark() {}

    public static void main(String[] names) {
        for (Map.Entry<String, Supplier<byte[]>> feed : HostileFeeds.all().entrySet()) {
            if (names.length == 0 || Arrays.stream(names).anyMatch(feed.getKey()::contains)) {
                byte[] bytes = feed.getValue().get();
                System.out.printf("%6d ms  %4.1f MB  %s%n", cost(bytes), bytes.length / 1e6, feed.getKey());
            }
        }
    }

    private static long cost(byte[] feed) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            read(feed);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - before);
        }
        return least / 1_000_000;
    }

    private static void read(byte[] feed) {
        try {
            new FeedParser().parse(feed, Optional.empty(), Optional.of(URI.create("https://hostile.example/feed")));
        } catch (UnreadableFeed e) {
            // one of the answers that there are
        }
    }
}
