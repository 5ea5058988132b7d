package io.briefcast.transcript.source.speech;

import io.briefcast.SpeechSettings;
import io.briefcast.http.HttpFetcher;
import io.briefcast.http.ServicePatience;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptSource;
import io.briefcast.transcript.source.speech.AudioPieces.Cut;
import io.briefcast.transcript.source.speech.AudioPieces.Piece;
import io.briefcast.transcript.source.speech.Listener.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an episode's audio written down by a server that the operator names. The audio goes through a file, a piece of a
 * quarter of an hour at a time; what was heard is kept, so that after a crash nothing is paid for again.
 */
public final class SpeechToText implements TranscriptSource {
    private static final Logger LOG = LoggerFactory.getLogger(SpeechToText.class);

    /** Below the 25 minutes that hosted models take, and little enough to lose. */
    private static final Duration PIECE = Duration.ofMinutes(15);

    private static final Duration NEXT_TURN = Duration.ofMinutes(2);

    private final SpeechSettings settings;
    private final Minutes budget;
    private final AudioFolder folder;
    private final Listener listener;
    private final WrittenDown writing;
    private final SpeechLedger ledger;
    private final InstantSource clock;
    private final Semaphore turns;

    /**
     * A source that asks this server.
     *
     * @param folder for audio on its way; made when it is needed
     */
    public SpeechToText(
            URI server,
            SpeechSettings settings,
            HttpFetcher fetcher,
            TranscriptReader reader,
            HeardPieces memory,
            SpeechLedger ledger,
            Path folder,
            InstantSource clock) {
        this(server, settings, fetcher, reader, memory, ledger, folder, clock, Thread::sleep);
    }

    SpeechToText(
            URI server,
            SpeechSettings settings,
            HttpFetcher fetcher,
            TranscriptReader reader,
            HeardPieces memory,
            SpeechLedger ledger,
            Path folder,
            InstantSource clock,
            ServicePatience.Waiting waiting) {
        this.settings = settings;
        this.budget = Minutes.of(settings);
        this.folder = new AudioFolder(folder, fetcher, settings.audioSize().toBytes());
        this.listener = new Listener(new SpeechServer(server, settings), memory, ledger, budget, clock, waiting);
        this.writing = new WrittenDown(reader);
        this.ledger = ledger;
        this.clock = clock;
        this.turns = new Semaphore(settings.atOnce());
    }

    @Override
    public String name() {
        return "speech to text";
    }

    @Override
    public List<String> report(Instant now) {
        String used = name() + ": " + budget.used(ledger.spent(listener.today(), "", ""));
        return listener.paused()
                .map(pause -> List.of(used, "%s waits: %s".formatted(name(), pause.why())))
                .orElseGet(() -> List.of(used));
    }

    @Override
    public Search find(Episode episode) {
        Optional<URI> audio = episode.enclosure().map(Enclosure::url);
        if (audio.isEmpty()) {
            return new Search.Nothing("the feed names no audio");
        }
        Duration declared = episode.duration().orElse(Duration.ZERO);
        Optional<Search> tooLong = budget.tooLong(declared).map(Search.Nothing::new);
        return tooLong.or(() -> listener.paused()
                        .or(() -> listener.refusal(episode, declared))
                        .map(SpeechToText::later))
                .orElseGet(() -> inTurn(episode, audio.get()));
    }

    private static Search later(Result.Stopped stopped) {
        return new Search.Later(stopped.why(), Optional.of(stopped.again()));
    }

    /** Whoever finds the server taken comes back instead of holding a worker. */
    private Search inTurn(Episode episode, URI audio) {
        if (!turns.tryAcquire()) {
            return new Search.Later("other episodes are listened to first", Optional.of(NEXT_TURN));
        }
        try {
            folder.tidy(clock.instant());
            return listen(episode, audio);
        } catch (UncheckedIOException | IOException e) {
            LOG.warn("The audio of episode {} cannot be kept on disk.", episode.id(), e);
            return new Search.Later("the audio cannot be kept on our disk; the log says more");
        } finally {
            turns.release();
        }
    }

    private Search listen(Episode episode, URI audio) throws IOException {
        AudioFolder.Audio fetched = folder.get(audio);
        if (fetched.file().isEmpty()) {
            return fetched.otherwise();
        }
        Listening listening = new Listening(episode, fetched.file().get());
        Search search = listening.find();
        if (!(search instanceof Search.Later && listening.begun)) {
            folder.forget(audio);
        }
        return search;
    }

    /** One episode. */
    private final class Listening {
        private final Episode episode;
        private final Path file;
        /** Whether something was paid for that another download might not have. */
        private boolean begun;

        Listening(Episode episode, Path file) {
            this.episode = episode;
            this.file = file;
        }

        Search find() throws IOException {
            AudioPieces.Limits limits =
                    new AudioPieces.Limits((int) settings.pieceSize().toBytes(), PIECE);
            Optional<Cut> cut = AudioPieces.of(file, limits, episode.duration());
            if (cut.isEmpty()) {
                return new Search.Nothing("what the feed calls audio is none");
            }
            Optional<String> hopeless =
                    cut.get().problem(limits).or(() -> budget.tooLong(cut.get().duration()));
            return hopeless.isPresent() ? new Search.Nothing(hopeless.get()) : hear(cut.get());
        }

        private Search hear(Cut cut) throws IOException {
            Optional<Result.Stopped> refusal = listener.refusal(episode, missing(cut));
            if (refusal.isPresent()) {
                return later(refusal.get());
            }
            List<Heard> heard = new ArrayList<>();
            for (Piece piece : cut.pieces()) {
                switch (listener.hear(episode, piece.read(file), cut.extension(), piece.duration())) {
                    case Result.Written written -> {
                        begun = true;
                        heard.add(written.heard());
                    }
                    case Result.Unwanted unwanted -> {
                        return new Search.Nothing("the server does not take the audio: " + unwanted.why());
                    }
                    case Result.Stopped stopped -> {
                        return later(stopped);
                    }
                }
            }
            return writing.transcript(cut.pieces(), heard)
                    .<Search>map(transcript -> new Search.Found(transcript.from(name())))
                    .orElseGet(() -> new Search.Nothing("no words were heard"));
        }

        /** How much was not heard yet: an episode is begun when there is a budget for all of it. */
        private Duration missing(Cut cut) throws IOException {
            Duration missing = Duration.ZERO;
            for (Piece piece : cut.pieces()) {
                if (listener.known(piece.read(file)).isPresent()) {
                    begun = true;
                } else {
                    missing = missing.plus(piece.duration());
                }
            }
            return missing;
        }
    }
}
