package io.briefcast.pipeline;

import io.briefcast.command.ShowDesk;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Readers;
import io.briefcast.podcast.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has episodes read again that somebody else read than who reads now: another version, another model. */
final class Rereading {
    /** As many as are read in a day and a half; whoever wants more asks again. */
    private static final int MOST = 1_000;

    /** Their words are asked for again, from the same few hosts. */
    private static final Duration BETWEEN_EPISODES = Duration.ofMinutes(2);

    private final Episodes episodes;
    private final InsightExtractor extractor;

    Rereading(Episodes episodes, InsightExtractor extractor) {
        this.episodes = episodes;
        this.extractor = extractor;
    }

    /**
     * Lets the newest of them wait for their turn, one after the other.
     *
     * @param before how many wait for it already
     */
    ShowDesk.Again want(Followed shows, Instant since, int before, Instant now, Agenda agenda) {
        Readers readers = episodes.readers(since, shows);
        List<Reading> others = episodes.readByOthers(extractor.readers(), since, shows);
        List<Reading> asked = others.stream().limit(MOST).toList();
        for (int i = 0; i < asked.size(); i++) {
            Instant turn = now.plus(BETWEEN_EPISODES.multipliedBy((long) before + i));
            episodes.save(asked.get(i).again("to be read again by %s, on request".formatted(extractor.name()), turn));
            agenda.plan(Task.READ_AGAIN, asked.get(i).episodeId(), turn);
        }
        return new ShowDesk.Again(
                extractor.name(),
                asked.size(),
                others.size() - asked.size(),
                readers.waiting(),
                readers.by(extractor.readers()),
                asked.isEmpty() ? Optional.empty() : extractor.cost(asked.size(), now));
    }
}
