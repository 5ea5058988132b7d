package io.briefcast.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * Hosts that answered "too many requests": nothing there is asked for a while, whichever feed it is, so that a hundred
 * shows at one host do not each ask to hear the same.
 */
final class QuietHosts {
    /** A server that names no time means soon. */
    private static final Duration USUAL = Duration.ofMinutes(1);

    /** One route that always says so must not silence all others of its host for long. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    private static final int MANY_HOSTS = 10_000;

    private final Cache<String, Instant> until =
            Caffeine.newBuilder().maximumSize(MANY_HOSTS).build();

    /**
     * Whether an answer is for all that a host has. Some answer 403 to who asks too often; one that names no time means
     * its own address only.
     */
    static boolean areAskedFor(int status, Duration wish) {
        return status == 429 || (status == 403 && !wish.isZero());
    }

    /** Keeps quiet towards a host and all others of its owner; zero when it named no time. */
    void keep(String host, Duration wish, Instant now) {
        Duration least = wish.isZero() ? USUAL : wish;
        until.put(owner(host), now.plus(least.compareTo(LONGEST) > 0 ? LONGEST : least));
    }

    /** The part of a name that somebody registered, such as {@code example.co.uk}; an address or a bare name itself. */
    private static String owner(String host) {
        return Optional.ofNullable(SUFFIXES.getDomainRoot(host)).orElse(host);
    }

    /** How long to keep quiet still. */
    Optional<Duration> left(String host, Instant now) {
        return Optional.ofNullable(until.getIfPresent(owner(host)))
                .filter(end -> end.isAfter(now))
                .map(end -> Duration.between(now, end));
    }
}
