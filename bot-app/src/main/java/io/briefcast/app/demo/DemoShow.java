package io.briefcast.app.demo;

import java.net.URI;
import java.util.List;

/** A bundled show as its {@code show.json} describes it. */
record DemoShow(
        String slug,
        String title,
        String description,
        String language,
        URI link,
        List<String> hosts,
        String category,
        List<DemoEpisode> episodes) {
    DemoShow {
        hosts = List.copyOf(hosts);
        episodes = List.copyOf(episodes);
    }

    /**
     * A bundled episode.
     *
     * @param daysAgo place in the rotation: the lowest comes out first
     * @param hour hour of publication, UTC
     * @param transcript file name beside {@code show.json}
     * @param type media type of the transcript
     */
    record DemoEpisode(
            String slug,
            String title,
            String notes,
            int daysAgo,
            int hour,
            int season,
            int number,
            List<String> guests,
            int durationSeconds,
            String transcript,
            String type) {
        DemoEpisode {
            guests = List.copyOf(guests);
        }
    }
}
