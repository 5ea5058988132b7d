package io.briefcast.app.demo;

import io.briefcast.app.demo.DemoShow.DemoEpisode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which demo episodes are out. Every show brings one a day, in rotation, and keeps the last four, so that there
 * is always something of today and something new tomorrow.
 */
final class DemoSchedule {
    private static final int DAYS_SHOWN = 4;
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private DemoSchedule() {}

    /** An episode with the moment it came out. */
    record Release(DemoEpisode episode, LocalDate day, Instant published) {}

    /** The episodes of a show that are out at {@code now}, newest first. */
    static List<Release> releases(DemoShow show, int position, Instant now) {
        List<DemoEpisode> rotation = show.episodes().stream()
                .sorted(Comparator.comparingInt(DemoEpisode::daysAgo))
                .toList();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Release> releases = new ArrayList<>();
        for (int age = 0; age < Math.min(DAYS_SHOWN, rotation.size()); age++) {
            LocalDate day = today.minusDays(age);
            int turn = Math.floorMod(day.toEpochDay() + position, rotation.size());
            releases.add(release(rotation.get(turn), day, now));
        }
        return releases;
    }

    private static Release release(DemoEpisode episode, LocalDate day, Instant now) {
        Instant planned = day.atTime(LocalTime.of(episode.hour(), 0)).toInstant(ZoneOffset.UTC);
        Instant latest = now.minus(MARGIN);
        return new Release(episode, day, planned.isAfter(latest) ? latest : planned);
    }
}
