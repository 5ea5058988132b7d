package io.briefcast.transcript.format;

import java.util.Optional;

/**
 * A line of a transcript without markup; a blank one ends a paragraph.
 *
 * @param speaker named by markup from here on; empty when the markup says nothing
 * @param number 1-based
 */
record Line(Optional<String> speaker, String text, int number) {}
