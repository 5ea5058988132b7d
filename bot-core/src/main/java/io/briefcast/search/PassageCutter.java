package io.briefcast.search;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import io.briefcast.language.Sentences;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.search.Passage.Line;
import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a transcript into passages of a minute, each beginning half a minute after the one before, at the beginning of a
 * sentence. Minutes found human topic lines better than one and a half, two or three minutes did.
 */
public final class PassageCutter {
    private static final Duration HALF = Duration.ofSeconds(30);

    private static final String SHOW_NOTES = "show notes";

    private final Embedder embedder;

    public PassageCutter(Embedder embedder) {
        this.embedder = embedder;
    }

    /** The passages in order; none of show notes, which nobody spoke, and of other languages than English. */
    public List<Passage> cut(Show show, Episode episode, Transcript transcript) {
        boolean english = show.language().isBlank()
                || show.language().toLowerCase(Locale.ROOT).startsWith("en");
        return english && !transcript.origin().equals(SHOW_NOTES) ? cut(episode, transcript) : List.of();
    }

    private List<Passage> cut(Episode episode, Transcript transcript) {
        List<List<Line>> halves = halves(Sentences.of(transcript));
        List<Embedding> meanings =
                embedder.embed(halves.stream().map(PassageCutter::text).toList());
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < halves.size(); i++) {
            int end = Math.min(i + 2, halves.size());
            if (i == 0 || end - i == 2) {
                passages.add(new Passage(
                        episode.id(),
                        episode.showId(),
                        episode.published(),
                        transcript.approximate(),
                        halves.subList(i, end).stream().flatMap(List::stream).toList(),
                        Embedding.mean(meanings.subList(i, end))));
            }
        }
        return passages;
    }

    /** Sentences that begin in the same half minute. */
    private static List<List<Line>> halves(List<Sentence> sentences) {
        List<List<Line>> halves = new ArrayList<>();
        long last = -1;
        for (Sentence sentence : sentences) {
            long half = sentence.start().dividedBy(HALF);
            if (half != last) {
                halves.add(new ArrayList<>());
                last = half;
            }
            halves.getLast().add(new Line(sentence.speaker(), sentence.raw(), sentence.start(), sentence.end()));
        }
        return halves;
    }

    private static String text(List<Line> lines) {
        return String.join(" ", lines.stream().map(Line::text).toList());
    }
}
