package io.briefcast.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a step has found.
 *
 * @param write stores it and plans what follows; runs inside one transaction, and gives when the same task is to run
 *     again; empty when it is done
 */
record Outcome(Function<Agenda, Optional<Instant>> write) {
    Outcome(Consumer<Agenda> write, Optional<Instant> again) {
        this(agenda -> {
            write.accept(agenda);
            return again;
        });
    }

    /** There was nothing to do. */
    static Outcome nothing() {
        return done(agenda -> {});
    }

    static Outcome done(Consumer<Agenda> write) {
        return new Outcome(write, Optional.empty());
    }

    static Outcome again(Instant at, Consumer<Agenda> write) {
        return new Outcome(write, Optional.of(at));
    }

    /** Too early, or somebody else is at it. */
    static Outcome notBefore(Instant at) {
        return again(at, agenda -> {});
    }
}
