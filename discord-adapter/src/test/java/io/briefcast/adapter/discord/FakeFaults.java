package io.briefcast.adapter.discord;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What befalls the next requests to {@link FakeDiscord}, in the order in which tests asked for it. */
final class FakeFaults {
    private final Deque<Fault> any = new ArrayDeque<>();
    private final Map<Kind, Deque<Fault>> ofKind = new EnumMap<>(Kind.class);

    /** Requests that faults can befall. */
    enum Kind {
        /** A look at what is there, or the opening of a conversation. */
        OTHER,
        /** A message or a thread. */
        POST,
        /** A further answer to an interaction. */
        ANSWER,
        /** The acknowledgement of an interaction. */
        ACKNOWLEDGEMENT,
        /** The registration of commands. */
        REGISTRATION
    }

    /** What is done where nothing goes wrong. */
    interface Doing {
        FakeReply done();
    }

    /** Befalls the next look, post or opening. */
    void next(Fault fault) {
        any.add(fault);
    }

    /** Befalls the next request of a kind; the next post that nothing else befalls. */
    void next(Kind kind, Fault fault) {
        ofKind.computeIfAbsent(kind, ignored -> new ArrayDeque<>()).add(fault);
    }

    /** Does what is asked, or what befalls it. */
    FakeReply befall(Kind kind, Doing doing) {
        return fault(kind).map(fault -> befall(fault, doing)).orElseGet(doing::done);
    }

    private Optional<Fault> fault(Kind kind) {
        Deque<Fault> own = ofKind.computeIfAbsent(kind, ignored -> new ArrayDeque<>());
        return switch (kind) {
            case OTHER -> Optional.ofNullable(any.poll());
            case POST -> Optional.ofNullable(any.isEmpty() ? own.poll() : any.poll());
            case ANSWER, ACKNOWLEDGEMENT, REGISTRATION -> Optional.ofNullable(own.poll());
        };
    }

    private static FakeReply befall(Fault fault, Doing doing) {
        return switch (fault) {
            case Fault.Status status -> FakeReply.of(status);
            case Fault.Page page -> FakeReply.page(page.status(), "<html>No way</html>");
            case Fault.Drop ignored -> FakeReply.none();
            case Fault.Pass ignored -> doing.done();
            case Fault.AcceptThenStatus accepted -> {
                doing.done();
                yield FakeReply.page(accepted.status(), "<html>Too late</html>");
            }
            case Fault.AcceptThenDrop ignored -> {
                doing.done();
                yield FakeReply.none();
            }
            case Fault.Meanwhile meanwhile -> {
                meanwhile.event().run();
                yield doing.done();
            }
            case Fault.Dying dying ->
                (dying.taken() ? doing.done() : FakeReply.error(500, 0)).deadly(dying.answered(), dying.kill());
        };
    }
}
