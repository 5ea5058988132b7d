package io.briefcast.command.verb;

import io.briefcast.message.Inline;
import io.briefcast.message.Inline.Moment;
import io.briefcast.message.Inline.Moment.Length;
import io.briefcast.subscription.BriefTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How values are said. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM, H:mm", Locale.ENGLISH);

    private Words() {}

    /** {@code a, b or c}. */
    static String or(Collection<String> all) {
        List<String> names = List.copyOf(all);
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** {@code 10 Mar, 8:00}. */
    static Inline moment(Instant moment, ZoneId zone) {
        return new Moment(moment, Length.SHORT, MOMENT.format(moment.atZone(zone)));
    }

    /** {@code Tuesday, 10 March at 8:00}. */
    static Inline due(BriefTime.Due due, ZoneId zone) {
        return new Moment(
                due.moment(), Length.LONG, day(due.day()) + " at " + time(LocalTime.ofInstant(due.moment(), zone)));
    }

    /** The same, with the zone where it is said in words. */
    static Inline dueIn(BriefTime.Due due, ZoneId zone) {
        return new Moment(
                due.moment(), Length.LONG, "%s (%s)".formatted(due(due, zone).text(), zone.getId()));
    }

    static Inline words(String text) {
        return new Inline.Words(text);
    }

    /** {@code 1 show}, {@code 2 shows}. */
    static String count(long count, String one) {
        return count == 1 ? "1 " + one : "%,d %ss".formatted(count, one);
    }

    /** At most so many characters, never half a character. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** {@code 12:05} or {@code 1:02:03}. */
    static String offset(Duration offset) {
        return offset.toHours() > 0
                ? "%d:%02d:%02d".formatted(offset.toHours(), offset.toMinutesPart(), offset.toSecondsPart())
                : "%d:%02d".formatted(offset.toMinutes(), offset.toSecondsPart());
    }
}
