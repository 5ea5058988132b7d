package io.briefcast.command.verb;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day: {@code 8}, {@code 8:30}, {@code 20.15}, {@code 8 pm}. */
final class TimeText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*([ap])?\\.?m?\\.?");
    private static final int NOON = 12;

    private TimeText() {}

    static Optional<LocalTime> read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.equals("noon")) {
            return Optional.of(LocalTime.NOON);
        }
        if (text.equals("midnight")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        Matcher time = TIME.matcher(text);
        return time.matches() ? read(time) : Optional.empty();
    }

    private static Optional<LocalTime> read(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        int minute = Optional.ofNullable(time.group(2)).map(Integer::parseInt).orElse(0);
        Optional<String> half = Optional.ofNullable(time.group(3));
        boolean twelveHours = half.isPresent();
        if (minute > 59 || hour > (twelveHours ? NOON : 23) || (twelveHours && hour == 0)) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(half.map(letter -> hour24(hour, letter)).orElse(hour), minute));
    }

    private static int hour24(int hour, String letter) {
        return hour % NOON + (letter.equals("p") ? NOON : 0);
    }
}
