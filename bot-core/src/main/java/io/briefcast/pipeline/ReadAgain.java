package io.briefcast.pipeline;

import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Reading;
import java.time.Instant;
import java.util.Optional;

/** Reads an episode once more because somebody asked for it; whatever follows is for {@link ReadEpisode} as ever. */
final class ReadAgain implements Step {
    private final Episodes episodes;
    private final ReadEpisode reader;

    ReadAgain(Episodes episodes, ReadEpisode reader) {
        this.episodes = episodes;
        this.reader = reader;
    }

    @Override
    public Outcome run(String episodeId, Instant now) {
        Outcome read = reader.onRequest(episodeId, now);
        return new Outcome(agenda -> {
            Optional<Instant> next = read.write().apply(agenda);
            if (isWaiting(episodeId)) {
                // asked for anew at this very moment, if not for its words
                return next.or(() -> Optional.of(now));
            }
            next.ifPresent(at -> agenda.move(Task.READ_EPISODE, episodeId, at));
            return Optional.empty();
        });
    }

    private boolean isWaiting(String episodeId) {
        return episodes.reading(episodeId)
                .filter(reading -> reading.state() == Reading.State.WAITING)
                .isPresent();
    }
}
