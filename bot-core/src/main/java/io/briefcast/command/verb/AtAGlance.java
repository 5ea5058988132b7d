package io.briefcast.command.verb;

import io.briefcast.feed.ShowPreview;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says in words what to expect of a show. */
final class AtAGlance {
    private static final int TITLE = 100;

    private AtAGlance() {}

    static List<String> lines(ShowPreview show, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        show.cadence().map(AtAGlance::cadence).ifPresent(lines::add);
        if (show.episodes() > 0) {
            lines.add(transcripts(show));
        }
        show.last().map(at -> last(at, show.lastTitle(), zone)).ifPresent(lines::add);
        return lines;
    }

    private static String cadence(Duration gap) {
        long days = Math.round(gap.toHours() / 24.0);
        if (days < 1) {
            return "Several episodes a day.";
        }
        return days == 1 ? "An episode a day." : "An episode about every %d days.".formatted(days);
    }

    private static String transcripts(ShowPreview show) {
        if (show.transcribed() == 0) {
            return "None of the last %s has a transcript; what can be had comes from the show notes."
                    .formatted(Words.count(show.episodes(), "episode"));
        }
        return "%d %% of the last %s have a transcript."
                .formatted(
                        Math.round(100.0 * show.transcribed() / show.episodes()),
                        Words.count(show.episodes(), "episode"));
    }

    private static String last(Instant at, String title, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return "Latest episode: %s%s."
                .formatted(title.isEmpty() ? "" : Words.cut(title, TITLE) + ", ", Words.day(day) + " " + day.getYear());
    }
}
