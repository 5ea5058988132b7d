package io.briefcast.transcript.format;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads clock offsets such as {@code 1:02:03.5}, {@code 00:12,250} or {@code 7:31}. */
final class Timestamp {
    /** Four groups: hours, minutes, seconds, fraction; hours and fraction may be missing. */
    static final String SYNTAX = "(?:(\\d{1,4}):)?(\\d{1,3}):([0-5]?\\d)(?:[.,](\\d{1,9}))?";

    /** How many groups {@link #SYNTAX} has. */
    static final int GROUPS = 4;

    private static final Pattern WHOLE = Pattern.compile(SYNTAX);

    private Timestamp() {}

    static Optional<Duration> parse(String text) {
        Matcher matcher = WHOLE.matcher(text.strip());
        return matcher.matches() ? Optional.of(of(matcher, 1)) : Optional.empty();
    }

    /** The offset in four neighbouring groups of a match, the first of which is {@code group}. */
    static Duration of(MatchResult match, int group) {
        return Duration.ofHours(number(match.group(group)))
                .plusMinutes(number(match.group(group + 1)))
                .plusSeconds(number(match.group(group + 2)))
                .plusNanos(nanos(match.group(group + 3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }
}
