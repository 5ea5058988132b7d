package io.briefcast.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * How long a server asks to be left alone: max-age less Age, else Expires less Date (RFC 9111 section 4.2.1), and
 * Retry-After as seconds or as a date (RFC 9110 section 10.2.3). Nonsense counts as nothing; more than a week is a week.
 */
final class Freshness {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,30})");
    private static final Pattern NO_CACHE = Pattern.compile("(?:^|[\\s,])no-(?:cache|store)(?:$|[\\s,])");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,30}");

    private Freshness() {}

    static Duration freshFor(Function<String, Optional<String>> header, Instant now) {
        String control = header.apply("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
        if (NO_CACHE.matcher(control).find()) {
            return Duration.ZERO;
        }
        Optional<Duration> maxAge = maxAge(control);
        if (maxAge.isPresent()) {
            return clamp(maxAge.get()
                    .minus(header.apply("Age").flatMap(Freshness::seconds).orElse(Duration.ZERO)));
        }
        Instant date = header.apply("Date").flatMap(Freshness::date).orElse(now);
        return header.apply("Expires")
                .flatMap(Freshness::date)
                .map(expires -> clamp(Duration.between(date, expires)))
                .orElse(Duration.ZERO);
    }

    static Duration retryAfter(Function<String, Optional<String>> header, Instant now) {
        Optional<String> given = header.apply("Retry-After");
        Instant date = header.apply("Date").flatMap(Freshness::date).orElse(now);
        return given.flatMap(Freshness::seconds)
                .or(() -> given.flatMap(Freshness::date).map(until -> Duration.between(date, until)))
                .map(Freshness::clamp)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> maxAge(String cacheControl) {
        Matcher found = MAX_AGE.matcher(cacheControl);
        return found.find() ? seconds(found.group(1)) : Optional.empty();
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(text.strip())
                .filter(digits -> SECONDS.matcher(digits).matches())
                .map(digits -> digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
    }

    /** In any of the three forms of RFC 9110 section 5.6.7. */
    private static Optional<Instant> date(String text) {
        return Optional.ofNullable(DateUtils.parseStandardDate(text.strip()));
    }

    private static Duration clamp(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
