package io.briefcast.command.verb;

import io.briefcast.feed.ShowPreview;
import io.briefcast.message.Phrase;
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

    static List<Phrase> lines(ShowPreview show, ZoneId zone) {
        List<Phrase> lines = new ArrayList<>();
        show.cadence().map(AtAGlance::cadence).ifPresent(lines::add);
        if (show.episodes() > 0) {
            lines.add(transcripts(show));
        }
        show.last().map(at -> last(at, show.lastTitle(), zone)).ifPresent(lines::add);
        return lines;
    }

    private static Phrase cadence(Duration gap) {
        long days = Math.round(gap.toHours() / 24.0);
        if (days < 1) {
            return Phrase.of("Several episodes a day.");
        }
        return days == 1 ? Phrase.of("An episode a day.") : Phrase.of("An episode about every %d days.", days);
    }

    private static Phrase transcripts(ShowPreview show) {
        Phrase episodes = Words.count(show.episodes(), "episode");
        return show.transcribed() == 0
                ? Phrase.of(
                        "None of the last %s has a transcript; what can be had comes from the show notes.", episodes)
                : Phrase.of(
                        "%d %% of the last %s have a transcript.",
                        Math.round(100.0 * show.transcribed() / show.episodes()), episodes);
    }

    private static Phrase last(Instant at, String title, ZoneId zone) {
        Object day = Phrase.dated(LocalDate.ofInstant(at, zone));
        return title.isEmpty()
                ? Phrase.of("Latest episode: %s.", day)
                : Phrase.of("Latest episode: %s, %s.", Words.cut(title, TITLE), day);
    }
}
