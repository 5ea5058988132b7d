package io.briefcast.transcript.source.speech;

import io.briefcast.http.ServicePatience;
import io.briefcast.podcast.Episode;
import io.briefcast.transcript.source.speech.SpeechServer.Answer;
import io.briefcast.transcript.source.speech.SpeechServer.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has pieces of audio written down: from memory where that was done before, within the budget, again after passing
 * errors, and not at all for a while after lasting ones.
 */
final class Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final SpeechServer server;
    private final HeardPieces memory;
    private final SpeechLedger ledger;
    private final Minutes budget;
    private final InstantSource clock;
    private final ServicePatience patience;

    Listener(
            SpeechServer server,
            HeardPieces memory,
            SpeechLedger ledger,
            Minutes budget,
            InstantSource clock,
            ServicePatience.Waiting waiting) {
        this.server = server;
        this.memory = memory;
        this.ledger = ledger;
        this.budget = budget;
        this.clock = clock;
        this.patience = new ServicePatience(clock, waiting);
    }

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
        return patience.paused()
                .map(pause -> new Result.Stopped(pause.why(), Duration.between(clock.instant(), pause.until())));
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
            Optional<Result.Stopped> stopped = paused();
            Optional<String> booking = stopped.isPresent() ? Optional.empty() : book(episode, duration);
            if (booking.isEmpty()) {
                return stopped.or(() -> refusal(episode, duration))
                        .orElseGet(() -> new Result.Stopped("the minutes are used up", untilTomorrow()));
            }
            Answer answer = server.ask(audio, extension);
            switch (answer) {
                case Answer.Written written -> {
                    written.heard()
                            .duration()
                            .filter(Duration::isPositive)
                            .ifPresent(heard -> ledger.settle(booking.get(), seconds(heard)));
                    memory.remember(server.key(audio), written.json(), clock.instant());
                    return new Result.Written(written.heard());
                }
                case Answer.Failed failed -> {
                    if (!failed.charged()) {
                        ledger.settle(booking.get(), 0);
                    }
                    if (failed.kind() == Kind.AUDIO) {
                        return new Result.Unwanted(failed.why());
                    }
                    if (failed.kind() == Kind.LASTING || !patience.waits(tries, failed.pause())) {
                        return stop(failed);
                    }
                }
            }
        }
    }

    /** One at a time looks at the sums, so that two cannot both take the last minutes. */
    private synchronized Optional<String> book(Episode episode, Duration duration) {
        return refusal(episode, duration).isPresent()
                ? Optional.empty()
                : Optional.of(ledger.book(today(), episode.showId(), episode.id(), seconds(duration)));
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }

    private Result stop(Answer.Failed failed) {
        String why = "the server was not heard: " + failed.why();
        Duration time = patience.end(why, failed.pause());
        LOG.warn("Speech to text is left alone for {} s: {}", time.toSeconds(), why);
        return new Result.Stopped(why, time);
    }
}
