package io.briefcast.insight;

import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Holds quotes, and the headlines that rest on them, against a transcript. What it gives back are always the
 * transcript's own words: a quote that differs in one word is recognised, and printed as it was said.
 *
 * <p>It proves where words come from. It does not prove that a headline follows from them.
 *
 * <p>Safe for use by several threads. Making one costs one pass over the transcript; a check looks only at the few
 * places that share three words in a row with the quote.
 */
public final class QuoteCheck {
    /** Lowest similarity of an accepted quote, in [0, 1]; at .92 every fourth quote with one slip would be lost. */
    public static final double ALIKE = 0.85;
    /** Fewer words occur everywhere. */
    public static final int FEWEST_WORDS = 4;
    /** More is a passage, not a quote; it also bounds the work. */
    public static final int MOST_WORDS = 120;

    /** A sentence that goes on further than this is left where the quote ends: captions without full stops. */
    private static final int REST_OF_SENTENCE = 30;
    /** About two sentences on either side. */
    private static final int AROUND = 40;
    /** Two places that differ by less than a word in ten say the same; the nearer one counts. */
    private static final double EQUALLY_GOOD = 0.1;

    private final boolean approximate;
    private final SpokenWords words;
    private final Set<String> small;
    private final Anchors anchors;

    private QuoteCheck(Transcript transcript) {
        this.approximate = transcript.approximate();
        this.words = SpokenWords.of(transcript.cues());
        this.small = Support.small(words);
        this.anchors = new Anchors(words.words());
    }

    /** Prepares the transcript for any number of checks. */
    public static QuoteCheck of(Transcript transcript) {
        return new QuoteCheck(transcript);
    }

    /** Finds the quote wherever it is. */
    public Verdict check(String quote) {
        return check(quote, place -> 0);
    }

    /** Finds the quote; if it was said more than once, the time nearest to {@code near} counts. */
    public Verdict check(String quote, Duration near) {
        return check(quote, place -> Math.abs(place.quote().start().minus(near).toMillis()));
    }

    private Verdict check(String quote, ToDoubleFunction<Span> distance) {
        List<Word> said = WordSplitter.words(quote);
        if (said.size() < FEWEST_WORDS) {
            return new Verdict.Refused(Reason.TOO_SHORT);
        }
        if (said.size() > MOST_WORDS) {
            return new Verdict.Refused(Reason.TOO_LONG);
        }
        List<Alignment.Place> places = anchors.windows(said).stream()
                .map(window -> Alignment.of(said, words.words(), window.from(), window.to()))
                .flatMap(Optional::stream)
                .toList();
        double best =
                places.stream().mapToDouble(Alignment.Place::similarity).max().orElse(0);
        return places.stream()
                .filter(place -> place.similarity() > best - EQUALLY_GOOD)
                .map(place -> judge(said, place))
                .min(Comparator.comparing((Verdict verdict) -> verdict.place().isEmpty())
                        .thenComparingDouble(verdict ->
                                verdict.place().map(distance::applyAsDouble).orElse(0.0))
                        .thenComparingDouble(verdict ->
                                -verdict.place().map(Span::similarity).orElse(0.0)))
                .orElse(new Verdict.Refused(Reason.NOT_FOUND));
    }

    private Verdict judge(List<Word> said, Alignment.Place place) {
        List<Word> original = words.words().subList(place.first(), place.last() + 1);
        if (place.similarity() < ALIKE) {
            return new Verdict.Refused(Reason.NOT_FOUND);
        }
        if (!same(said, original, Word::negation)) {
            return new Verdict.Refused(Reason.NEGATION);
        }
        if (!same(said, original, Word::number)) {
            return new Verdict.Refused(Reason.NUMBER);
        }
        if (!words.oneSpeaker(place.first(), place.last())) {
            return new Verdict.Refused(Reason.TWO_SPEAKERS);
        }
        return new Verdict.Held(span(place));
    }

    /** The speech may stumble over a word and the quote leave that out, but not the other way round. */
    private static boolean same(List<Word> said, List<Word> original, Predicate<Word> which) {
        List<String> asked = Word.forms(said, which);
        return asked.equals(Word.forms(original, which))
                || asked.equals(Word.forms(original, which.and(word -> !word.cheap())));
    }

    /** The whole sentences, so that no "I doubt that" is cut off. */
    private Span span(Alignment.Place place) {
        int first = words.sentenceStart(place.first(), REST_OF_SENTENCE);
        int last = words.sentenceEnd(place.last(), REST_OF_SENTENCE);
        Quote quote = new Quote(
                words.text(first, last), words.speaker(first), words.start(first), words.end(last), approximate);
        return new Span(quote, first, last, place.similarity());
    }

    /**
     * Why a headline does not stand on these spans: it names a number, a person or a thing that does not occur in them
     * (the speakers' own names are known), or it says nearly the same as one of them and differs in a negation.
     */
    public Optional<Reason> headline(String headline, List<Span> spans) {
        Support support = new Support(words, small);
        spans.forEach(span -> support.add(span.firstWord(), span.lastWord()));
        return support.missing(headline)
                .or(() -> spans.stream().anyMatch(span -> turnedRound(headline, span))
                        ? Optional.of(Reason.HEADLINE_NEGATION)
                        : Optional.empty());
    }

    private boolean turnedRound(String headline, Span span) {
        return Support.turnedRound(
                WordSplitter.words(headline), words.words().subList(span.firstWord(), span.lastWord() + 1));
    }

    /** Why an explanation does not stand on what was said in these spans and within two sentences of them. */
    public Optional<Reason> explanation(String explanation, List<Span> spans) {
        return around(spans).missing(explanation);
    }

    /** Whether every word of a term was said in these spans or within two sentences of them. */
    public boolean says(String term, List<Span> spans) {
        return around(spans).says(term);
    }

    private Support around(List<Span> spans) {
        Support support = new Support(words, small);
        spans.forEach(span -> support.add(
                Math.max(0, span.firstWord() - AROUND), Math.min(words.words().size() - 1, span.lastWord() + AROUND)));
        return support;
    }

    /** What became of a quote. */
    public sealed interface Verdict {
        /** It was said. */
        record Held(Span span) implements Verdict {}

        /** It was not said, or not like this. */
        record Refused(Reason reason) implements Verdict {}

        /** The place, if it was said. */
        default Optional<Span> place() {
            return switch (this) {
                case Held held -> Optional.of(held.span());
                case Refused refused -> Optional.empty();
            };
        }
    }

    /**
     * A place in the transcript: whole sentences where it has full stops.
     *
     * @param quote the transcript's own words there
     * @param firstWord index of the first word, from 0
     * @param lastWord index of the last word, inclusive
     * @param similarity of what was asked to what was said, in [0.85, 1]
     */
    public record Span(Quote quote, int firstWord, int lastWord, double similarity) {}

    /** Why something is dropped; the words are for people. */
    public enum Reason {
        TOO_SHORT("quote too short"),
        TOO_LONG("quote too long"),
        NOT_FOUND("quote not in the transcript"),
        NEGATION("quote adds or drops a negation"),
        NUMBER("quote changes a number"),
        TWO_SPEAKERS("quote joins two speakers"),
        HEADLINE_NUMBER("number without support"),
        HEADLINE_NAME("name without support"),
        HEADLINE_NEGATION("headline turns the quote round");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
