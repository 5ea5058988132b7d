package io.briefcast.message;

import java.time.Instant;

/** A piece of running text. Renderers handle every variant; texts are plain and unescaped. */
public sealed interface Inline {
    /** What is read wherever a platform can show it no better. */
    String text();

    /** Words as they are. */
    record Words(String text) implements Inline {}

    /**
     * A moment, which platforms that know their readers' clocks show by those.
     *
     * @param at the moment
     * @param length how much is said of it
     * @param text the same in words, by the clock of whoever is spoken to
     */
    record Moment(Instant at, Length length, String text) implements Inline {
        /** How much is said of a moment. */
        public enum Length {
            /** Day and time, for lists: {@code 10 Mar, 8:00}. */
            SHORT,
            /** Day of the week, date and time: {@code Tuesday, 10 March at 8:00}. */
            LONG
        }
    }
}
