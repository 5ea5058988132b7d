package io.briefcast.command.verb;

import io.briefcast.message.Inline.Moment.Length;
import io.briefcast.message.Phrase;
import io.briefcast.subscription.BriefTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** How values are said. */
final class Words {
    private Words() {}

    /** {@code Tuesday, 10 March at 8:00}. */
    static Object due(BriefTime.Due due, ZoneId zone) {
        return Phrase.moment(due.moment(), Length.LONG, words(due, zone));
    }

    /** The same, with the zone where it is said in words. */
    static Object dueIn(BriefTime.Due due, ZoneId zone) {
        return Phrase.moment(due.moment(), Length.LONG, Phrase.of("%s (%s)", words(due, zone), Zones.name(zone)));
    }

    private static Phrase words(BriefTime.Due due, ZoneId zone) {
        return Phrase.of("%s at %s", due.day(), LocalTime.ofInstant(due.moment(), zone));
    }

    /** {@code 10 Mar, 8:00}. */
    static Object moment(Instant moment, ZoneId zone) {
        return Phrase.moment(moment, Length.SHORT, Phrase.of("%s", moment.atZone(zone)));
    }

    /** {@code 1 show}, {@code 2 shows}. */
    static Phrase count(long count, String one) {
        return count == 1 ? Phrase.of("1 " + one) : Phrase.of("%,d " + one + "s", count);
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
