package io.briefcast.pipeline;

import io.briefcast.insight.Boilerplate;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.InsightExtractor.Extraction;
import io.briefcast.insight.Insights;
import io.briefcast.language.EmbedderClosed;
import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Chapters;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Reading.State;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.WatchedTranscript;
import io.briefcast.search.Passage;
import io.briefcast.search.PassageCutter;
import io.briefcast.search.Passages;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFinder;
import io.briefcast.transcript.TranscriptSource.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds an episode's words and takes the insights out of them; later looks whether their publisher has changed them, and
 * then does so again.
 */
final class ReadEpisode implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(ReadEpisode.class);

    /** What occurs in this many other episodes of a show is boilerplate. */
    private static final int REPEATED = 3;

    /** A transcript that a publisher cannot serve for a day will not come. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);

    private final Shows shows;
    private final Episodes episodes;
    private final Insights insights;
    private final Boilerplate boilerplate;
    private final TranscriptFinder transcripts;
    private final InsightExtractor extractor;
    private final Passages passages;
    private final PassageCutter cutter;
    private final Chapters chapters;
    private final SecondLook look;
    /** Fetching waits for the network and may overlap; more extractions than processors only cost memory. */
    private final Semaphore processors;

    ReadEpisode(
            Shows shows,
            Episodes episodes,
            Insights insights,
            Boilerplate boilerplate,
            TranscriptFinder transcripts,
            InsightExtractor extractor,
            Passages passages,
            PassageCutter cutter,
            Chapters chapters,
            int atOnce) {
        this.shows = shows;
        this.episodes = episodes;
        this.insights = insights;
        this.boilerplate = boilerplate;
        this.transcripts = transcripts;
        this.extractor = extractor;
        this.passages = passages;
        this.cutter = cutter;
        this.chapters = chapters;
        this.look = new SecondLook(episodes, transcripts);
        this.processors = new Semaphore(atOnce);
    }

    @Override
    public Outcome run(String episodeId, Instant now) {
        return turn(episodeId, false)
                .map(turn -> switch (turn.last().state()) {
                    case WAITING -> read(turn, now);
                    case READ, NOTHING, FAILED -> look.run(turn.episode(), turn.last(), now);
                    case SKIPPED -> Outcome.nothing();
                })
                .orElseGet(Outcome::nothing);
    }

    /** Reads an episode that waits to be read again although its publisher has changed nothing. */
    Outcome onRequest(String episodeId, Instant now) {
        return turn(episodeId, true)
                .filter(turn -> turn.last().state() == State.WAITING)
                .map(turn -> read(turn, now))
                .orElseGet(Outcome::nothing);
    }

    /** Empty when the episode or its show is gone. */
    private Optional<Turn> turn(String episodeId, boolean onRequest) {
        // In this order, so that no change of the feed falls between the two.
        Optional<Episode> episode = episodes.find(episodeId);
        Optional<Reading> last = episodes.reading(episodeId);
        Optional<Show> show = episode.flatMap(known -> shows.find(known.showId()));
        return last.isEmpty() || show.isEmpty()
                ? Optional.empty()
                : Optional.of(new Turn(show.get(), episode.get(), last.get(), onRequest));
    }

    private Outcome read(Turn turn, Instant now) {
        Episode episode = turn.episode();
        Reading waiting = turn.last();
        boolean patient = Duration.between(waiting.at(), now).compareTo(PATIENCE) < 0;
        Search search = patient ? transcripts.find(episode) : transcripts.findNow(episode);
        return switch (search) {
            case Search.Found found -> extract(turn, found, now);
            case Search.Nothing nothing -> end(episode, waiting, State.NOTHING, nothing.why(), "", now);
            case Search.Later later -> wait(episode, waiting, later, now);
        };
    }

    private Outcome extract(Turn turn, Search.Found words, Instant now) {
        Episode episode = turn.episode();
        Reading waiting = turn.last();
        Transcript transcript = words.transcript();
        if (waiting.found() && transcripts.isPoorer(transcript.origin(), waiting.transcript())) {
            return end(
                    episode,
                    waiting,
                    State.NOTHING,
                    "there are only %s any more".formatted(transcript.origin()),
                    "",
                    now);
        }
        try {
            Found found = found(turn.show(), episode, transcript);
            if (isInVain(turn, found.extraction())) {
                return end(episode, waiting, State.NOTHING, found.extraction().note(), "", now);
            }
            List<Insight> placed = placed(found.extraction().insights(), episode);
            return new Outcome(agenda -> {
                watch(episode, words, now);
                return store(episode, transcript, found, placed, now);
            });
        } catch (EmbedderClosed e) {
            // No fault of the episode's: the next process reads it.
            throw e;
        } catch (RuntimeException e) {
            // The same words would fail the same way again: a fault of ours, to be seen once and not forever.
            LOG.error("episode {} of show {} could not be read", episode.id(), episode.showId(), e);
            Outcome failed = end(
                    episode, waiting, State.FAILED, "reading it failed; the log says more", transcript.origin(), now);
            return new Outcome(agenda -> {
                watch(episode, words, now);
                return failed.write().apply(agenda);
            });
        }
    }

    /** Who asked for another reader is not served by a stand-in for it: the words are the same, and were read already. */
    private boolean isInVain(Turn turn, Extraction extraction) {
        return turn.onRequest() && turn.last().found() && !extractor.readers().contains(reader(extraction));
    }

    /** Whoever publishes words may mend them. */
    private void watch(Episode episode, Search.Found words, Instant now) {
        words.edition()
                .map(edition -> episodes.watched(episode.id())
                        .map(before -> before.readAgain(episode, edition, now))
                        .orElseGet(() -> WatchedTranscript.read(episode, edition, now)))
                .ifPresent(episodes::save);
    }

    private Found found(Show show, Episode episode, Transcript transcript) {
        processors.acquireUninterruptibly();
        try {
            var repeated = boilerplate.repeated(show.id(), episode.id(), REPEATED);
            return new Found(
                    extractor.extract(new InsightExtractor.Source(show, episode, transcript, repeated)),
                    cutter.cut(show, episode, transcript));
        } finally {
            processors.release();
        }
    }

    /** Each in its chapter, where times are the speaker's own. */
    private List<Insight> placed(List<Insight> all, Episode episode) {
        List<Chapter> known = all.isEmpty() ? List.of() : chapters.of(episode);
        return all.stream()
                .map(insight -> insight.quote().approximate()
                        ? insight
                        : Chapter.at(insight.quote().start(), known)
                                .map(chapter -> insight.in(chapter.title()))
                                .orElse(insight))
                .toList();
    }

    /** Nothing, when the show was unfollowed while the episode was read: its episodes are gone. */
    private Optional<Instant> store(
            Episode episode, Transcript transcript, Found found, List<Insight> placed, Instant now) {
        if (episodes.find(episode.id()).isEmpty()) {
            return Optional.empty();
        }
        Extraction extraction = found.extraction();
        passages.replace(episode.id(), found.passages());
        insights.replace(episode.id(), placed);
        boilerplate.remember(episode.showId(), episode.id(), extraction.shingles());
        extractor.learn(episode.id(), extraction);
        int kept = placed.size();
        Reading done = new Reading(
                episode.id(),
                kept == 0 ? State.NOTHING : State.READ,
                extraction.note(),
                transcript.origin(),
                kept,
                extraction.refused(),
                now,
                reader(extraction));
        return save(episode, done, nextLook(episode), now);
    }

    private String reader(Extraction extraction) {
        return extraction.reader().isEmpty() ? extractor.name() : extraction.reader();
    }

    private Optional<Instant> nextLook(Episode episode) {
        return episodes.watched(episode.id()).flatMap(WatchedTranscript::due);
    }

    /**
     * What its publisher changed while the episode was read is looked at once more: the refresh that stored the change
     * saw it waiting, and left it to us.
     *
     * @param again when to look again if nothing has changed
     */
    private Optional<Instant> save(Episode read, Reading done, Optional<Instant> again, Instant now) {
        Optional<SecondReading> second =
                episodes.find(read.id()).flatMap(changed -> SecondReading.of(read, changed, done, now));
        episodes.save(second.map(SecondReading::reading).orElse(done));
        return second.map(SecondReading::at).or(() -> again);
    }

    /** What an earlier reading found stands when a later one finds no words: servers lose transcripts, too. */
    private Outcome end(Episode episode, Reading waiting, State state, String why, String origin, Instant now) {
        String reader = state == State.FAILED ? extractor.name() : "";
        Reading last = waiting.found()
                ? waiting.kept("read again in vain: " + why, now)
                : new Reading(waiting.episodeId(), state, why, origin, 0, Map.of(), now, reader);
        return new Outcome(agenda -> save(episode, last, nextLook(episode), now));
    }

    /** Keeps the moment the wait began, so that waits can double and end after a day without counting them. */
    private Outcome wait(Episode episode, Reading waiting, Search.Later later, Instant now) {
        Duration waited = Duration.between(waiting.at(), now);
        Duration next = later.again().orElse(waited.compareTo(FIRST_RETRY) > 0 ? waited : FIRST_RETRY);
        Reading still = waiting.waitingFor(later.why());
        return new Outcome(agenda -> save(episode, still, Optional.of(now.plus(next)), now));
    }

    /**
     * An episode and how far it was read.
     *
     * @param onRequest whether it is to be read again by another reader, whose words are the same
     */
    private record Turn(Show show, Episode episode, Reading last, boolean onRequest) {}

    /** What one reading gives. */
    private record Found(Extraction extraction, List<Passage> passages) {}
}
