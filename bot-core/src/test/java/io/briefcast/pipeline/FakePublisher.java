package io.briefcast.pipeline;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.store.Samples;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Publishes what the test says, in every feed alike, and nothing at first. Episodes whose ids begin with "skip" are
 * not to be read; "feed breaks" breaks the reader.
 */
final class FakePublisher implements FeedReader {
    private final List<String> published = new ArrayList<>();
    private final Map<String, Instant> dates = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, String> transcripts = new HashMap<>();
    private final Map<URI, List<String>> pages = new HashMap<>();
    private final List<Optional<String>> validators = new ArrayList<>();
    private final List<URI> askedPages = new ArrayList<>();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private boolean takenDown;
    private boolean diskFull;

    void publish(String... ids) {
        published.addAll(List.of(ids));
    }

    void withdrawAll() {
        published.clear();
    }

    /** Dates episodes that otherwise are of noon. */
    void date(String id, Instant at) {
        dates.put(id, at);
    }

    void writeNotes(String id, String text) {
        notes.put(id, text);
    }

    void offerTranscript(String id, String address) {
        transcripts.put(id, address);
    }

    /** Each page names the next one, if there is one. */
    void addPage(int number, String... ids) {
        pages.put(pageOf(number), List.of(ids));
    }

    static URI pageOf(int number) {
        return URI.create(PipelineRig.FEED + "?page=" + number);
    }

    void takeDown() {
        takenDown = true;
    }

    void bringBack() {
        takenDown = false;
    }

    /** Answers nobody until {@link #answerAgain}. */
    void fallSilent() {
        silence = new CountDownLatch(1);
    }

    void answerAgain() {
        silence.countDown();
    }

    /** Lets every reading fail as it does on a full disk. */
    void fillTheDisk() {
        diskFull = true;
    }

    /** How often a feed was asked; pages are not counted. */
    int readings() {
        return readings.get();
    }

    /** The validator that each answered asking brought along. */
    List<Optional<String>> validators() {
        return validators;
    }

    List<URI> askedPages() {
        return askedPages;
    }

    @Override
    public News read(Show show, FeedState state, Map<String, String> keys, Instant now) {
        readings.incrementAndGet();
        await(silence);
        if (published.contains("feed breaks")) {
            throw new IllegalStateException("a bug in the reader");
        }
        if (diskFull) {
            // SQLite's own limit fails just as a full disk does.
            throw new IllegalStateException(new SQLException("database or disk is full", "", 13));
        }
        validators.add(state.etag());
        return takenDown ? goodbye(show, state) : news(show, state, now);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private News goodbye(Show show, FeedState state) {
        Optional<String> why = Optional.of("The publisher took it down.");
        FeedState stopped =
                new FeedState(show.id(), state.etag(), Optional.empty(), FeedState.NEVER, state.lastRead(), 1, why);
        return new News(show, stopped, List.of(), after(pageOf(1)));
    }

    private News news(Show show, FeedState state, Instant now) {
        FeedState read = new FeedState(
                show.id(),
                Optional.of("tag"),
                state.lastModified(),
                now.plus(Duration.ofHours(1)),
                Optional.of(now),
                0,
                Optional.empty());
        return new News(
                show,
                read,
                published.stream()
                        .map(id -> new Item(episode(show, id), Set.of(id), id.startsWith("skip") ? "a trailer" : ""))
                        .toList(),
                after(pageOf(1)));
    }

    @Override
    public Page page(Show show, URI page, Map<String, String> keys, Instant now) {
        askedPages.add(page);
        return pages.containsKey(page)
                ? new Page.Read(
                        pages.getOrDefault(page, List.of()).stream()
                                .map(id -> new Item(episode(show, id), Set.of(id), "old"))
                                .toList(),
                        after(page))
                : new Page.Lost();
    }

    private Optional<URI> after(URI page) {
        return Stream.iterate(1, n -> n + 1)
                .limit(9)
                .filter(n -> page.equals(pageOf(n)) && pages.containsKey(page))
                .map(n -> pageOf(n + 1))
                .findFirst();
    }

    /** The episode as its feed has it now. */
    Episode episode(Show show, String id) {
        Episode bare = Samples.bareEpisode(show, id);
        return new Episode(
                id,
                show.id(),
                id,
                "Title of " + id,
                bare.link(),
                dates.getOrDefault(id, Samples.NOON),
                bare.enclosure(),
                bare.duration(),
                bare.season(),
                bare.number(),
                bare.kind(),
                List.of(),
                Optional.ofNullable(transcripts.get(id)).stream()
                        .map(address -> new TranscriptLink(URI.create(address), "text/vtt", "en"))
                        .toList(),
                bare.chapters(),
                notes.getOrDefault(id, ""));
    }
}
