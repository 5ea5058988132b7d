package io.briefcast.transcript.source;

import io.briefcast.podcast.Episode;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptSource;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The show notes, where nobody published the words themselves: written about the episode, not spoken in it, and without
 * moments. Marked by its origin wherever it appears.
 */
@Component
@Order(99)
class ShowNotes implements TranscriptSource {
    /** Shorter notes are a teaser, and say nothing that is worth quoting. */
    private static final int MIN_WORDS = 80;

    /** Headings, names and link texts are shorter than a sentence. */
    private static final int MIN_LINE_WORDS = 6;

    /** Longer notes are somebody's whole newsletter. */
    private static final int MAX_CHARACTERS = 50_000;

    private static final int MAX_SENTENCES = 400;

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S{3,}|\\S{1,60}@\\S{1,60}\\.\\w{2,}");
    private static final Pattern LIST_LINE =
            Pattern.compile("^\\s*(?:[(\\[]?\\d{1,3}:\\d{2}|[-*•–▶→#]\\s*\\S{0,40}\\s*$).*");
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)\\b(?:subscribe|sign up|follow (?:us|me|him|her|them|the show)|newsletter|patreon|sponsor|brought to you by"
                    + "|promo code|% off|free trial|discount|rate and review|leave (?:us )?a review|join our|discord|slack channel"
                    + "|apple podcasts|spotify|youtube channel|privacy policy|advertis|ad choices|all rights reserved"
                    + "|support (?:the|this|our) (?:show|podcast)|learn more (?:at|about your)|produced by|edited by"
                    + "|theme music|music by|show notes|get in touch|merch|listen on|hosted on acast|megaphone\\.fm)\\b.*");

    @Override
    public String name() {
        return "show notes";
    }

    @Override
    public Search find(Episode episode) {
        String notes = episode.notes();
        List<String> prose = notes.substring(0, Math.min(MAX_CHARACTERS, notes.length()))
                .lines()
                .filter(ShowNotes::isSentenceLike)
                .flatMap(line -> sentences(line).stream())
                .filter(ShowNotes::isProse)
                .limit(MAX_SENTENCES)
                .toList();
        int words = prose.stream().mapToInt(ShowNotes::words).sum();
        return words < MIN_WORDS
                ? new Search.Nothing("the show notes hold only %d words of prose".formatted(words))
                : new Search.Found(transcript(prose));
    }

    private Transcript transcript(List<String> sentences) {
        List<Cue> cues = sentences.stream()
                .map(sentence -> new Cue(Duration.ZERO, Duration.ZERO, "", sentence))
                .toList();
        return new Transcript("notes", name(), true, cues, List.of());
    }

    private static boolean isSentenceLike(String line) {
        return words(line) >= MIN_LINE_WORDS && !LIST_LINE.matcher(line).matches();
    }

    private static boolean isProse(String sentence) {
        return !sentence.isBlank()
                && !ADDRESS.matcher(sentence).find()
                && !BOILERPLATE.matcher(sentence).find();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static List<String> sentences(String line) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(line);
        List<String> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            sentences.add(line.substring(from, to).strip());
            from = to;
        }
        return sentences;
    }
}
