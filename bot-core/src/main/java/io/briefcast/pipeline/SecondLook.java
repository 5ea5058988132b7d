package io.briefcast.pipeline;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.WatchedTranscript;
import io.briefcast.transcript.TranscriptFinder;
import io.briefcast.transcript.TranscriptSource.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks whether the transcript of an episode that was read says something else by now; then the episode waits again. */
final class SecondLook {
    private final Episodes episodes;
    private final TranscriptFinder transcripts;

    SecondLook(Episodes episodes, TranscriptFinder transcripts) {
        this.episodes = episodes;
        this.transcripts = transcripts;
    }

    Outcome run(Episode episode, Reading last, Instant now) {
        Optional<WatchedTranscript> watched = episodes.watched(episode.id());
        Optional<Instant> due = watched.flatMap(WatchedTranscript::due);
        if (due.isEmpty()) {
            return Outcome.nothing();
        }
        return due.get().isAfter(now) ? Outcome.notBefore(due.get()) : look(episode, last, watched.get(), now);
    }

    private Outcome look(Episode episode, Reading last, WatchedTranscript watched, Instant now) {
        return switch (transcripts.lookAt(watched.edition())) {
            case Look.Same same ->
                seen(episode, last, watched.with(same.edition()).lookedAt(episode, Duration.ZERO, now), now);
            case Look.Unseen unseen -> seen(episode, last, watched.lookedAt(episode, unseen.again(), now), now);
            case Look.Changed changed -> {
                var again = new SecondReading(last.again("its publisher changed the transcript", now), now);
                // Looked at before it is read: words that cannot be had by then are not looked for without a pause.
                yield new Outcome(agenda ->
                        store(episode, last, watched.lookedAt(episode, Duration.ZERO, now), Optional.of(again), now));
            }
        };
    }

    private Outcome seen(Episode episode, Reading last, WatchedTranscript watched, Instant now) {
        return new Outcome(agenda -> store(episode, last, watched, Optional.empty(), now));
    }

    /** What the feed changed while we looked could not move this task, and is left to us. */
    private Optional<Instant> store(
            Episode before, Reading last, WatchedTranscript watched, Optional<SecondReading> again, Instant now) {
        episodes.save(watched);
        Optional<SecondReading> second =
                again.or(() -> episodes.find(before.id()).flatMap(after -> SecondReading.of(before, after, last, now)));
        second.map(SecondReading::reading).ifPresent(episodes::save);
        return second.map(SecondReading::at).or(watched::due);
    }
}
