package io.briefcast.transcript.source.speech;

import io.briefcast.transcript.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server understood of a piece of audio: OpenAI's {@code verbose_json}, or its {@code json} without times. See
 * https://platform.openai.com/docs/api-reference/audio/verbose-json-object.
 *
 * @param text all words
 * @param duration how long the server found the piece
 * @param cues words with times from the start of the piece; empty when the server gives none
 */
record Heard(String text, Optional<Duration> duration, List<Cue> cues) {
    /** A piece is a quarter of an hour; more seconds than a day are a mistake. */
    private static final double MAX_SECONDS = 86_400;

    /** Whisper takes what is this surely silence, and this badly understood, for nothing (transcribe.py). */
    private static final double SILENCE = 0.6;

    private static final double MISUNDERSTOOD = -1;

    Heard {
        cues = List.copyOf(cues);
    }

    /** Reads an answer; empty when it is not of this form. */
    static Optional<Heard> read(String json) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(json);
            return answer.path("text").isString() || answer.path("segments").isArray()
                    ? Optional.of(of(answer))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Heard of(JsonNode answer) {
        List<Cue> cues = new ArrayList<>();
        answer.path("segments").forEach(segment -> cue(segment).ifPresent(cues::add));
        return new Heard(answer.path("text").asString("").strip(), time(answer.path("duration")), cues);
    }

    private static Optional<Cue> cue(JsonNode segment) {
        String words = segment.path("text").asString("").strip();
        Optional<Duration> start = time(segment.path("start"));
        Optional<Duration> end = time(segment.path("end"));
        return words.isEmpty() || start.isEmpty() || isSilence(segment)
                ? Optional.empty()
                : Optional.of(new Cue(
                        start.get(),
                        end.filter(at -> at.compareTo(start.get()) > 0).orElse(start.get()),
                        "",
                        words));
    }

    private static boolean isSilence(JsonNode segment) {
        return segment.path("no_speech_prob").asDouble(0) > SILENCE
                && segment.path("avg_logprob").asDouble(0) < MISUNDERSTOOD;
    }

    /** Seconds, as a number or, as some versions write them, as text. */
    private static Optional<Duration> time(JsonNode node) {
        double seconds = node.asDouble(-1);
        return seconds >= 0 && seconds <= MAX_SECONDS
                ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty();
    }
}
