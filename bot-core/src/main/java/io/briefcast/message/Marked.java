package io.briefcast.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text some of whose words stand out.
 *
 * @param text all of it
 * @param words those that somebody looked for, in lower case
 */
public record Marked(String text, List<String> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

    public Marked {
        words = List.copyOf(words);
    }

    /** A part of the text that stands out as a whole or not at all. */
    public record Piece(String text, boolean marked) {}

    /** The text in pieces. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int from = 0;
        while (word.find()) {
            if (words.contains(word.group().toLowerCase(Locale.ROOT))) {
                add(text.substring(from, word.start()), false, pieces);
                add(word.group(), true, pieces);
                from = word.end();
            }
        }
        add(text.substring(from), false, pieces);
        return pieces;
    }

    private static void add(String text, boolean marked, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
