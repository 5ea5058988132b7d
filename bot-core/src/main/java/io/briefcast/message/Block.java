package io.briefcast.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One visual unit of a {@link Message}. Renderers handle every variant; texts are plain and unescaped. */
public sealed interface Block {
    /** A title line. */
    record Heading(String text) implements Block {}

    /** Running text, in pieces that follow each other without a gap. */
    record Paragraph(List<Inline> parts) implements Block {
        public Paragraph {
            parts = List.copyOf(parts);
        }

        public Paragraph(String text) {
            this(List.of(new Inline.Words(text)));
        }

        /** All of it in words. */
        public String text() {
            return parts.stream().map(Inline::text).collect(Collectors.joining());
        }
    }

    /** Small print under the rest. */
    record Footnote(String text) implements Block {}

    /** A line between parts. */
    record Divider() implements Block {}

    /** A picture with the words that stand for it. */
    record Image(URI source, String alt) implements Block {}

    /**
     * Verbatim words and who said them where.
     *
     * @param marked words of the text that stand out, in lower case: those that somebody looked for
     */
    record Quotation(String text, String attribution, Optional<URI> source, List<String> marked) implements Block {
        public Quotation {
            marked = List.copyOf(marked);
        }

        /** Without words that stand out. */
        public Quotation(String text, String attribution, Optional<URI> source) {
            this(text, attribution, source, List.of());
        }

        /** The text with its words that stand out. */
        public Marked words() {
            return new Marked(text, marked);
        }
    }

    /** A row of buttons. */
    record Buttons(List<Action> actions) implements Block {
        public Buttons {
            actions = List.copyOf(actions);
        }
    }

    /** A pick from a short list; the picked value comes back as {@code id:value}. */
    record Choice(String id, String label, List<Option> options) implements Block {
        public Choice {
            options = List.copyOf(options);
        }

        /** One entry of the list. */
        public record Option(String value, String label) {}
    }

    /**
     * An insight with everything a reader needs to judge it.
     *
     * @param insightId id of the insight
     * @param position 1 for the first of the day, 0 when there is no order
     * @param headline the claim
     * @param explanation two or three sentences around it; may be empty
     * @param quote the speaker's own words
     * @param speaker who said it; empty when the transcript names nobody
     * @param show title of the show
     * @param episode title of the episode
     * @param published when the episode came out
     * @param moment where in the audio the quote starts
     * @param approximate whether the moment is an estimate
     * @param listen address that plays the moment
     * @param page address of the insight's own page
     * @param artwork picture of the show
     * @param reasons why it is here, in words, strongest first
     * @param actions the buttons under it
     * @param kind what sort of claim it is, in the reader's language; empty for a plain claim
     * @param marked words of its texts that stand out, in lower case: those that somebody looked for
     */
    record InsightCard(
            String insightId,
            int position,
            String headline,
            String explanation,
            String quote,
            String speaker,
            String show,
            String episode,
            Instant published,
            Duration moment,
            boolean approximate,
            Optional<URI> listen,
            Optional<URI> page,
            Optional<URI> artwork,
            List<String> reasons,
            List<Action> actions,
            Optional<String> kind,
            List<String> marked)
            implements Block {
        public InsightCard {
            marked = List.copyOf(marked);
            reasons = List.copyOf(reasons);
            actions = List.copyOf(actions);
        }

        /** The same with another action in the place of one. */
        public InsightCard withAction(String replaced, Action action) {
            return with(actions.stream()
                    .map(one -> one.id().equals(replaced) ? action : one)
                    .toList());
        }

        /** The same for readers whom the reasons do not concern. */
        public InsightCard withoutReasons() {
            return because(List.of());
        }

        /** The same card with other reasons. */
        public InsightCard because(List<String> others) {
            return copy(others, actions, marked);
        }

        /** The same card with other buttons under it. */
        public InsightCard with(List<Action> others) {
            return copy(reasons, others, marked);
        }

        /** The same with words of its texts that stand out, in lower case: those that somebody looked for. */
        public InsightCard marking(List<String> others) {
            return copy(reasons, actions, others);
        }

        /** One of its texts with the words that stand out. */
        public Marked words(String text) {
            return new Marked(text, marked);
        }

        private InsightCard copy(List<String> otherReasons, List<Action> otherActions, List<String> otherMarked) {
            return new InsightCard(
                    insightId,
                    position,
                    headline,
                    explanation,
                    quote,
                    speaker,
                    show,
                    episode,
                    published,
                    moment,
                    approximate,
                    listen,
                    page,
                    artwork,
                    otherReasons,
                    otherActions,
                    kind,
                    otherMarked);
        }

        /** Whether the headline is the quote itself, word for word: then the same words are shown once, as a quote. */
        public boolean headlineIsQuote() {
            return letters(headline).equals(letters(quote));
        }

        /** The headline, in quotation marks where it is the quote itself, after its kind: {@code Prediction: Rents fall}. */
        public String title() {
            String claim = headlineIsQuote() ? "\u201c" + quote + "\u201d" : headline;
            return kind.map(word -> word + ": " + claim).orElse(claim);
        }

        private static String letters(String text) {
            return text.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .map(Character::toLowerCase)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }
}
