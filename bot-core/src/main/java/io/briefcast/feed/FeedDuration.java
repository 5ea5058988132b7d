package io.briefcast.feed;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code itunes:duration}: seconds, minutes and seconds, or hours, minutes and seconds, whole or with decimals. */
final class FeedDuration {
    private static final Pattern CLOCK = Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,4}):)?(\\d{1,7}(?:[.,]\\d{1,9})?)");

    /** The longest known episode lasts a weekend. */
    private static final Duration LONGEST = Duration.ofHours(100);

    private static final int MAX_LENGTH = 32;

    private FeedDuration() {}

    /** More than nothing, up to 100 hours. */
    static Optional<Duration> read(String written) {
        String text = written.strip();
        Matcher clock = CLOCK.matcher(text);
        if (text.length() > MAX_LENGTH || !clock.matches()) {
            return Optional.empty();
        }
        Duration duration = Duration.ofHours(whole(clock.group(1)))
                .plusMinutes(whole(clock.group(2)))
                .plusMillis(new BigDecimal(clock.group(3).replace(',', '.'))
                        .movePointRight(3)
                        .longValue());
        return duration.isZero() || duration.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(duration);
    }

    /** Whether a publisher says in a usual way that the length is not known. */
    static boolean isZero(String written) {
        return written.strip().matches("[0:.]{0,12}");
    }

    private static long whole(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
