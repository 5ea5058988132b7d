package io.briefcast.adapter.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Who showed what to which channel a moment ago: a double press, or a press that Slack sends twice, shows it once. */
final class SlackShares {
    static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Cache<Share, Boolean> shares;

    private record Share(String team, String channel, String user, String action) {}

    SlackShares(InstantSource clock) {
        this.shares = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MEMORY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Whether it is shared for the first time; remembers that it is. */
    boolean isNew(SlackOrigin origin, String action) {
        Share share = new Share(origin.team(), origin.channel(), origin.user(), action);
        return shares.asMap().putIfAbsent(share, true) == null;
    }
}
