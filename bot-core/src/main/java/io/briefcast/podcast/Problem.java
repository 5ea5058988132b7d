package io.briefcast.podcast;

/**
 * Something in a feed or transcript that could not be read as written; the rest was read all the same.
 *
 * @param message what is wrong, in words
 * @param line 1-based line of the input, 0 when unknown
 */
public record Problem(String message, int line) {}
