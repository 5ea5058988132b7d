package io.briefcast.transcript.format;

import java.time.Duration;

/** Counts words and says how long they take to speak. */
final class Words {
    /** Conversational English; podcasts lie between 150 and 180 words a minute. */
    static final int PER_MINUTE = 165;

    private static final Duration ONE = Duration.ofMinutes(1).dividedBy(PER_MINUTE);

    private Words() {}

    static int count(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }

    static Duration spoken(long words) {
        return ONE.multipliedBy(words);
    }

    /** The text on one line: runs of blanks become one space, control characters go. */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (!Character.isISOControl(c)) {
                tidy.append(gap && !tidy.isEmpty() ? " " : "").append(c);
                gap = false;
            }
        }
        return tidy.toString();
    }
}
