package io.briefcast.subscription;

import io.briefcast.language.Spelling;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something an audience wants to hear of.
 *
 * @param kind what it is, in the same words as what can be muted
 * @param value the topic, speaker or phrase as typed, or the id of the show
 * @param until last local date on which it holds; empty means until it is taken back
 */
public record Follow(Mute.Kind kind, String value, Optional<LocalDate> until) {
    /** A topic, without an end. */
    public static Follow topic(String topic) {
        return new Follow(Mute.Kind.TOPIC, topic, Optional.empty());
    }

    /** Whether it holds on a local date. */
    public boolean holds(LocalDate day) {
        return until.filter(day::isAfter).isEmpty();
    }

    /** Whether both are about the same thing, however long; a topic in another spelling is the same. */
    public boolean same(Follow other) {
        return kind == other.kind
                && (value.equalsIgnoreCase(other.value)
                        || (kind == Mute.Kind.TOPIC && Spelling.same(value, other.value)));
    }
}
