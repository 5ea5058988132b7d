package io.briefcast.insight.extract.llm;

import io.briefcast.insight.InsightExtractor.Source;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Episodes to be read: a line a cue, ten seconds each, the speaker before a colon. */
final class Transcripts {
    static final String RENT =
            "Renting capacity is cheaper than owning it until everybody needs the same machines in one week.";
    static final String QUEUE = "A queue for 40 machines costs more than the machines, because our doctors wait in it.";
    static final String CONTRACT = "A reservation is a contract and the supplier has to keep it in a shortage.";

    static final List<String> LINES = List.of(
            "Ada: Welcome back to the show, this is our weekly hour about machines.",
            "Grace: Thanks for having me again after such a long winter.",
            "Ada: How did you decide between renting and owning?",
            "Grace: " + RENT,
            "Grace: The supplier told us that the next block was seven months away.",
            "Grace: " + QUEUE,
            "Ada: This episode is brought to you by Larch Mattress, use promo code ADA for ten percent off.",
            "Ada: Larch Mattress has the best sleep for founders, promo code ADA today.",
            "Grace: Our own racks stood idle for most of the first year.",
            "Grace: " + CONTRACT,
            "Ada: What would you tell somebody who signs next month?",
            "Grace: Nobody in our trade can forecast demand for longer than two quarters.",
            "Grace: We looked at the numbers for a month and could not agree on a price.",
            "Ada: Thank you so much for your time.",
            "Ada: Goodbye until next week, and tell your friends.");

    private Transcripts() {}

    static Source source() {
        return source("e1", LINES);
    }

    static Source source(String episodeId, List<String> lines) {
        URI feed = URI.create("https://rent.example/feed");
        Show show = new Show("s1", feed, "Rent", "", Optional.empty(), Optional.empty(), "en", List.of());
        Episode episode = new Episode(
                episodeId,
                "s1",
                episodeId,
                "Reserve or rent",
                Optional.empty(),
                Instant.parse("2026-03-09T10:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
        return new Source(show, episode, transcript(lines), Set.of());
    }

    private static Transcript transcript(List<String> lines) {
        List<Cue> cues = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            Duration start = Duration.ofSeconds(10L * cues.size());
            cues.add(new Cue(start, start.plusSeconds(10), line.substring(0, colon), line.substring(colon + 2)));
        }
        return new Transcript("plain", "published", false, cues, List.of());
    }
}
