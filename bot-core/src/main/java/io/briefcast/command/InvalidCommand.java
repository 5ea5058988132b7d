package io.briefcast.command;

import io.briefcast.message.Phrase;

/** A command that cannot be understood: what was wrong, what is allowed, an example. */
public final class InvalidCommand extends Exception {
    private static final int MAX_ECHO = 60;
    private final Phrase wrong;
    private final Phrase allowed;
    private final String example;

    /**
     * Says it.
     *
     * @param wrong what was wrong, one sentence
     * @param allowed what is allowed, one sentence
     * @param example a whole command that works
     */
    public InvalidCommand(String wrong, String allowed, String example) {
        this(Phrase.of(wrong), Phrase.of(allowed), example);
    }

    /** The same with values in its sentences. */
    public InvalidCommand(Phrase wrong, Phrase allowed, String example) {
        super(wrong.toString());
        this.wrong = wrong;
        this.allowed = allowed;
        this.example = example;
    }

    public Phrase wrong() {
        return wrong;
    }

    public Phrase allowed() {
        return allowed;
    }

    public String example() {
        return example;
    }

    /** What somebody typed, short enough to be shown back. */
    public static String echo(String typed) {
        String oneLine = typed.strip().replaceAll("\\s+", " ");
        return oneLine.codePointCount(0, oneLine.length()) <= MAX_ECHO
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, MAX_ECHO)) + "…";
    }
}
