package io.briefcast.transcript;

/** Reads one transcript syntax. Never throws for what the text holds; what cannot be read becomes a problem. */
public interface TranscriptFormat {
    /** Lower-case name: {@code webvtt}, {@code subrip}, {@code podcast-json}, {@code html}, {@code plain}. */
    String name();

    /** Whether the text is in this syntax, by looking at it; declared types lie. Formats are asked in bean order. */
    boolean recognises(String text);

    /** The cues of the text, origin {@code published}. */
    Transcript read(String text);
}
