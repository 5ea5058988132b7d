package io.briefcast.subscription;

import io.briefcast.language.Spelling;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something an audience does not want to hear.
 *
 * @param value the topic, speaker or phrase as typed, or the id of the show
 * @param until last local date on which it holds; empty means until it is taken back
 */
public record Mute(Kind kind, String value, Optional<LocalDate> until) {
    /** What can be muted. */
    public enum Kind {
        /** Whatever fits a topic, by words or meaning. */
        TOPIC,
        /** A whole show. */
        SHOW,
        /** Whatever one person says, by the name in the transcript. */
        SPEAKER,
        /** Whatever holds these words in this order. */
        PHRASE
    }

    /** A mute without an end. */
    public static Mute forGood(Kind kind, String value) {
        return new Mute(kind, value, Optional.empty());
    }

    /** Whether it holds on a local date. */
    public boolean holds(LocalDate day) {
        return until.filter(day::isAfter).isEmpty();
    }

    /** Whether both silence the same thing, however long; a topic in another spelling is the same. */
    public boolean same(Mute other) {
        return kind == other.kind
                && (value.equalsIgnoreCase(other.value) || (kind == Kind.TOPIC && Spelling.same(value, other.value)));
    }
}
