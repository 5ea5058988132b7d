package io.briefcast.adapter.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests Discord takes, after https://docs.discord.com/developers/topics/rate-limits: 50 a second from a bot
 * over all, answers to interactions aside, and on one route as many as a test says.
 */
final class FakeRates {
    private static final Limit GLOBAL = new Limit(50, Duration.ofSeconds(1));

    private final Deque<Instant> all = new ArrayDeque<>();
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Deque<Instant>> byPath = new HashMap<>();

    /** So many requests within so long. */
    record Limit(int requests, Duration window) {}

    /** From now on, each path of this route takes no more. */
    void limit(String route, Limit limit) {
        limits.put(route, limit);
    }

    /** What a bot is told that asks for too much, at a request that comes in now. */
    Optional<FakeReply> refusal(String route, String path, Instant now) {
        Optional<FakeReply> global = counted(all, GLOBAL, now).map(wait -> FakeReply.tooMany(wait, true));
        Limit limit = limits.get(route);
        if (global.isPresent() || limit == null) {
            return global;
        }
        return counted(byPath.computeIfAbsent(path, ignored -> new ArrayDeque<>()), limit, now)
                .map(wait -> FakeReply.tooMany(wait, false));
    }

    /** Counts a request; else says how many whole seconds are to be waited for the next. */
    private static Optional<Long> counted(Deque<Instant> before, Limit limit, Instant now) {
        before.removeIf(moment -> !moment.plus(limit.window()).isAfter(now));
        if (before.size() < limit.requests()) {
            before.add(now);
            return Optional.empty();
        }
        Duration wait = Duration.between(now, before.getFirst().plus(limit.window()));
        return Optional.of(wait.plusMillis(999).toSeconds());
    }
}
