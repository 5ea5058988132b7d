package io.briefcast.transcript.source.speech;

import io.briefcast.podcast.Episode;
import io.briefcast.transcript.source.speech.SpeechServer.Answer;
import io.briefcast.transcript.source.speech.SpeechServer.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has pieces of audio written down: from memory where that was done before, within the budget, again after passing
 * errors, and not at all for a while after lasting ones.
 */
final class Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    /** Whoever asks for more is left alone until then. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    /** After an error that waiting did not mend. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final SpeechServer server;
    private final HeardPieces memory;
    private final SpeechLedger ledger;
    private final Minutes budget;
    private final InstantSource clock;
    private final Waiting waiting;
    private final AtomicReference<Pause> pause = new AtomicReference<>(new Pause(Instant.MIN, ""));

    Listener(
            SpeechServer server,
            HeardPieces memory,
            SpeechLedger ledger,
            Minutes budget,
            InstantSource clock,
            Waiting waiting) {
        this.server = server;
        this.memory = memory;
        this.ledger = ledger;
        this.budget = budget;
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Lets time pass. */
    interface Waiting {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Until when the server is left alone, and why. */
    private record Pause(Instant until, String why) {}

    /** What became of a piece. */
    sealed interface Result {
        /** It was written down. */
        record Written(Heard heard) implements Result {}

        /** The server does not want it. */
        record Unwanted(String why) implements Result {}

        /** Not now. */
        record Stopped(String why, Duration again) implements Result {}
    }

    /** The pause that lasts at this moment. */
    Optional<Result.Stopped> paused() {
        Instant now = clock.instant();
        return Optional.of(pause.get())
                .filter(last -> now.isBefore(last.until()))
                .map(last -> new Result.Stopped(last.why(), Duration.between(now, last.until())));
    }

    /** Whether there is a budget for so much more of an episode. */
    Optional<Result.Stopped> refusal(Episode episode, Duration more) {
        return budget.refusal(ledger.spent(today(), episode.showId(), episode.id()), more)
                .map(why -> new Result.Stopped(why, untilTomorrow()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Duration untilTomorrow() {
        return Duration.between(
                clock.instant(),
                today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** What is known of this audio. */
    Optional<Heard> known(byte[] audio) {
        return memory.find(server.key(audio)).flatMap(Heard::read);
    }

    Result hear(Episode episode, byte[] audio, String extension, Duration duration) {
        Optional<Heard> known = known(audio);
        return known.<Result>map(Result.Written::new).orElseGet(() -> ask(episode, audio, extension, duration));
    }

    private Result ask(Episode episode, byte[] audio, String extension, Duration duration) {
        for (int tries = 1; ; tries++) {
            Optional<Result.Stopped> stopped = paused().or(() -> refusal(episode, duration));
            if (stopped.isPresent()) {
                return stopped.get();
            }
            String booking = ledger.book(today(), episode.showId(), episode.id(), seconds(duration));
            Answer answer = server.ask(audio, extension);
            switch (answer) {
                case Answer.Written written -> {
                    written.heard()
                            .duration()
                            .filter(Duration::isPositive)
                            .ifPresent(heard -> ledger.settle(booking, seconds(heard)));
                    memory.remember(server.key(audio), written.json(), clock.instant());
                    return new Result.Written(written.heard());
                }
                case Answer.Failed failed -> {
                    if (!failed.charged()) {
                        ledger.settle(booking, 0);
                    }
                    if (failed.kind() == Kind.AUDIO) {
                        return new Result.Unwanted(failed.why());
                    }
                    if (tries == TRIES || failed.kind() == Kind.LASTING || !waited(failed, tries)) {
                        return stop(failed);
                    }
                }
            }
        }
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }

    private boolean waited(Answer.Failed failed, int tries) {
        Duration time = failed.pause().orElse(FIRST_WAIT.multipliedBy((long) tries * tries));
        if (time.compareTo(LONGEST_WAIT) > 0) {
            return false;
        }
        try {
            waiting.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Result stop(Answer.Failed failed) {
        String why = "the server was not heard: " + failed.why();
        Duration time = failed.pause()
                .filter(asked -> asked.compareTo(LONGEST_PAUSE) < 0)
                .orElse(PAUSE);
        if (!Thread.currentThread().isInterrupted()) {
            pause.set(new Pause(clock.instant().plus(time), why));
            LOG.warn("Speech to text is left alone for {} s: {}", time.toSeconds(), why);
        }
        return new Result.Stopped(why, time);
    }
}
