package io.briefcast;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages files as networks, editors and enemies do: cut, doubled, spliced, with bytes and pieces that mean something. */
public final class Mutator {
    private static final int MOST_CHANGES = 8;
    private static final int LONGEST_PIECE = 40;
    private static final int LARGEST = 200_000;

    private static final List<String> SPLINTERS = List.of(
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&#x110000;",
            "&#0;",
            "&bogus;",
            "&eacute;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<!DOCTYPE a [",
            "<?xml version='1.0' encoding='utf-32'?>",
            "<item>",
            "</item>",
            "</channel>",
            "<a xmlns:b='c'>",
            " xmlns='http://www.w3.org/2005/Atom'",
            " xml:base='//'",
            "\n",
            "\r\n\r\n",
            "\0",
            "\uFEFF",
            "99999999999",
            "-1",
            "{",
            "[",
            "\"",
            "'",
            ":",
            "[00:00]",
            "(99:99:99)",
            "**",
            "\\",
            "<v ",
            "<cite>",
            "<time>",
            "1e999",
            "WEBVTT",
            "\uD800",
            "\u202E",
            "é");

    private final Random random;

    /** The same damage for the same seed. */
    public Mutator(long seed) {
        random = new Random(seed);
    }

    /**
     * A damaged copy.
     *
     * @param other a piece of it may get into the copy
     */
    public byte[] damage(byte[] original, byte[] other) {
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
        String spare = new String(other, StandardCharsets.ISO_8859_1);
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0 && text.length() < LARGEST; changes--) {
            change(text, spare);
        }
        return text.toString().getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private void change(StringBuilder text, String spare) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(LONGEST_PIECE));
        switch (random.nextInt(8)) {
            case 0 -> text.delete(at, to);
            case 1, 2 -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            case 3 -> text.insert(at, text.substring(at, to).repeat(1 << random.nextInt(8)));
            case 4 -> flip(text, at);
            case 5 -> text.insert(at, piece(spare));
            case 6 -> text.insert(at, text.substring(to));
            default -> text.setLength(random.nextInt(10) == 0 ? at : text.length());
        }
    }

    private void flip(StringBuilder text, int at) {
        if (at < text.length()) {
            text.setCharAt(at, (char) random.nextInt(256));
        }
    }

    private String piece(String from) {
        int at = random.nextInt(from.length() + 1);
        return from.substring(at, Math.min(from.length(), at + random.nextInt(10 * LONGEST_PIECE)));
    }
}
