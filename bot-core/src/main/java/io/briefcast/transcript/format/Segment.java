package io.briefcast.transcript.format;

import java.time.Duration;
import java.util.Optional;

/** An entry of a JSON transcript: a word, a line or a whole turn. */
record Segment(Optional<Duration> start, Optional<Duration> end, String speaker, String text, int line) {}
