package io.briefcast.search;

import java.util.List;

/**
 * What was found on a topic as somebody typed it.
 *
 * @param topic what was looked for
 * @param understood what the text said beside it, in words: {@code by Jane Roe}, {@code since 1 March 2026}
 * @param inVain whether nothing was found with what was understood, so that this is the answer without it
 */
public record TopicAnswer(String topic, List<String> understood, boolean inVain, SearchResult result) {
    public TopicAnswer {
        understood = List.copyOf(understood);
    }

    /** The topic with what was understood: {@code chips by Jane Roe, since 1 March 2026}. */
    public String title() {
        return inVain || understood.isEmpty() ? topic : topic + " " + String.join(", ", understood);
    }

    /** What the asker should know about the reading, in a sentence; empty when the text was taken as it is. */
    public String note() {
        if (understood.isEmpty()) {
            return "";
        }
        String words = String.join(", ", understood);
        return inVain
                ? "Nothing %s; this is without that.".formatted(words)
                : "Understood as %s; in quotation marks, a topic is taken word for word.".formatted(words);
    }
}
