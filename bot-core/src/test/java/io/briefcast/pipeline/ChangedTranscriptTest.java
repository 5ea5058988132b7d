package io.briefcast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.language.OneMeaning;
import io.briefcast.podcast.Edition;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.search.PassageCutter;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcBoilerplate;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcInsights;
import io.briefcast.store.JdbcPassages;
import io.briefcast.store.JdbcShows;
import io.briefcast.store.Samples;
import io.briefcast.store.SqliteStore;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFinder;
import io.briefcast.transcript.TranscriptSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transcript that its publisher mends at the same address, of which no feed tells. */
class ChangedTranscriptTest {
    private static final Instant NOON = Samples.NOON;
    private static final URI ADDRESS = URI.create("https://rent.example/e1.vtt");

    @TempDir
    Path folder;

    private Instant now = NOON;
    private Optional<String> words = Optional.of("Rents fell by a tenth.");
    private Optional<Duration> busy = Optional.empty();
    private final List<Instant> looks = new ArrayList<>();
    private final List<String> extracted = new ArrayList<>();
    private boolean breaks;
    private final Plan plan = new Plan();
    private SqliteStore store;
    private JdbcEpisodes episodes;
    private JdbcInsights insights;
    private ReadEpisode step;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("briefcast.db"));
        Database db = store.database();
        episodes = new JdbcEpisodes(db, () -> now);
        insights = new JdbcInsights(db);
        step = new ReadEpisode(
                new JdbcShows(db),
                episodes,
                insights,
                new JdbcBoilerplate(db),
                new TranscriptFinder(List.of(new Publisher())),
                new WordForWord(),
                new JdbcPassages(db),
                new PassageCutter(new OneMeaning()),
                episode -> List.of(),
                1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isReadAgainWhenItSaysSomethingElse() {
        publish(NOON);
        runDue();
        words = Optional.of("Rents fell by a hundredth.");

        advance(Duration.ofHours(6));

        assertThat(extracted).containsExactly("Rents fell by a tenth.", "Rents fell by a hundredth.");
        assertThat(headlines()).containsExactly("Rents fell by a hundredth.");
        assertThat(reading().state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void whatWasFoundBeforeIsStillKnownToThoseWhoGotIt() {
        publish(NOON);
        runDue();
        String posted = insights.published(NOON, NOON.plusSeconds(1)).getFirst().id();
        words = Optional.of("Rents fell by a hundredth.");

        advance(Duration.ofHours(6));

        assertThat(insights.find(posted)).isPresent();
    }

    @Test
    void isLookedAtEverMoreSeldomAndNeverAfterTwoWeeks() {
        publish(NOON);
        runDue();

        for (int hour = 0; hour < 24 * 30; hour++) {
            advance(Duration.ofHours(1));
        }

        assertThat(looks).hasSize(5).allMatch(look -> !look.isAfter(NOON.plus(Duration.ofDays(14))));
        assertThat(gaps()).isSorted().first().isEqualTo(Duration.ofHours(6));
        assertThat(extracted).hasSize(1);
        assertThat(plan.due).isEmpty();
    }

    @Test
    void ofAnOldEpisodeIsNotLookedAtAgain() {
        publish(NOON.minus(Duration.ofDays(14)));

        runDue();

        assertThat(extracted).hasSize(1);
        assertThat(plan.due).isEmpty();
    }

    @Test
    void thatChangesAtEveryLookIsReadNoOftenerThanItIsLookedAt() {
        publish(NOON);
        runDue();

        for (int hour = 0; hour < 24 * 15; hour++) {
            words = Optional.of("Rents fell %d times.".formatted(hour));
            advance(Duration.ofHours(1));
        }

        assertThat(looks).hasSize(5);
        assertThat(extracted).hasSize(6);
    }

    @Test
    void thatIsGoneByTheTimeItIsReadLeavesWhatWasFound() {
        publish(NOON);
        runDue();
        words = Optional.of("Rents fell by a hundredth.");
        plan.afterLook = () -> words = Optional.empty();

        advance(Duration.ofHours(6));

        assertThat(headlines()).containsExactly("Rents fell by a tenth.");
        assertThat(reading().detail()).contains("in vain");
        assertThat(looks).hasSize(1);
        assertThat(plan.due.get("e1")).isAfter(now.plus(Duration.ofHours(12)));
    }

    @Test
    void thatCannotBeHadIsNoChange() {
        publish(NOON);
        runDue();
        words = Optional.empty();

        advance(Duration.ofHours(6));

        assertThat(headlines()).containsExactly("Rents fell by a tenth.");
        assertThat(reading().state()).isEqualTo(Reading.State.READ);
        assertThat(reading().detail()).isEmpty();
    }

    @Test
    void isLeftAloneAsLongAsItsServerWishes() {
        publish(NOON);
        runDue();
        busy = Optional.of(Duration.ofDays(5));

        advance(Duration.ofHours(6));

        assertThat(plan.due.get("e1")).isEqualTo(now.plus(Duration.ofDays(5)));
    }

    @Test
    void thatBrokeTheReadingIsReadOnceItIsMended() {
        breaks = true;
        publish(NOON);
        runDue();
        assertThat(reading().state()).isEqualTo(Reading.State.FAILED);

        breaks = false;
        words = Optional.of("Rents fell by a hundredth.");
        advance(Duration.ofHours(6));

        assertThat(reading().state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void isLookedAtOnceMoreAfterACrash() {
        publish(NOON);
        runDue();
        words = Optional.of("Rents fell by a hundredth.");
        now = now.plus(Duration.ofHours(6));

        Outcome lost = step.run("e1", now);
        assertThat(lost).isNotNull();
        assertThat(reading().state()).isEqualTo(Reading.State.READ);
        runDue();

        assertThat(looks).hasSize(2);
        assertThat(headlines()).containsExactly("Rents fell by a hundredth.");
    }

    @Test
    void ofAShowThatIsUnfollowedMeanwhileIsForgotten() {
        Show show = publish(NOON);
        runDue();
        now = now.plus(Duration.ofHours(6));
        words = Optional.of("Rents fell by a hundredth.");

        Outcome looked = step.run("e1", now);
        new JdbcShows(store.database()).remove(show.id());
        plan.write("e1", looked);
        runDue();

        assertThat(episodes.watched("e1")).isEmpty();
        assertThat(plan.due).isEmpty();
    }

    @Test
    void whatTheFeedChangesMeanwhileIsNotForgotten() {
        Show show = publish(NOON);
        runDue();
        now = now.plus(Duration.ofHours(6));

        Outcome looked = step.run("e1", now);
        Episode after = episode(show, NOON, "https://rent.example/other.vtt");
        episodes.save(after, List.of("e1"));
        episodes.save(reading().again("its publisher added a transcript", now));
        plan.write("e1", looked);
        runDue();

        assertThat(extracted).hasSize(2);
        assertThat(reading().state()).isEqualTo(Reading.State.READ);
    }

    private List<Duration> gaps() {
        List<Duration> gaps = new ArrayList<>();
        Instant before = NOON;
        for (Instant look : looks) {
            gaps.add(Duration.between(before, look));
            before = look;
        }
        return gaps;
    }

    private List<String> headlines() {
        return insights.published(Instant.EPOCH, now).stream()
                .map(Insight::headline)
                .toList();
    }

    private Reading reading() {
        return episodes.reading("e1").orElseThrow();
    }

    private Show publish(Instant at) {
        Show show = Samples.showWithEpisodes(store.database(), "rent");
        episodes.save(episode(show, at, ADDRESS.toString()), List.of("e1"));
        plan.readEpisode("e1", now);
        return show;
    }

    private static Episode episode(Show show, Instant published, String transcript) {
        Episode bare = Samples.bareEpisode(show, "e1");
        return new Episode(
                bare.id(),
                bare.showId(),
                bare.guid(),
                bare.title(),
                bare.link(),
                published,
                bare.enclosure(),
                bare.duration(),
                bare.season(),
                bare.number(),
                bare.kind(),
                List.of(),
                List.of(new TranscriptLink(URI.create(transcript), "text/vtt", "en")),
                bare.chapters(),
                "");
    }

    private void advance(Duration by) {
        now = now.plus(by);
        runDue();
    }

    private void runDue() {
        while (plan.due.values().stream().anyMatch(at -> !at.isAfter(now))) {
            plan.write("e1", step.run("e1", now));
        }
    }

    /** What is planned, as the durable agenda keeps it. */
    private final class Plan implements Agenda {
        private final Map<String, Instant> due = new HashMap<>();
        private Runnable afterLook = () -> {};

        private void write(String id, Outcome outcome) {
            store.database()
                    .transactions()
                    .executeWithoutResult(tx ->
                            outcome.write().apply(this).ifPresentOrElse(at -> due.put(id, at), () -> due.remove(id)));
            if (!looks.isEmpty()) {
                afterLook.run();
            }
        }

        @Override
        public void plan(Task task, String id, Instant at) {
            due.putIfAbsent(id, at);
        }

        @Override
        public void move(Task task, String id, Instant at) {
            due.put(id, at);
        }

        @Override
        public void drop(Task task, String id) {
            due.remove(id);
        }
    }

    private final class Publisher implements TranscriptSource {
        @Override
        public String name() {
            return "published";
        }

        @Override
        public Search find(Episode episode) {
            return words.<Search>map(said -> new Search.Found(transcript(said), Optional.of(edition(said))))
                    .orElseGet(() -> new Search.Nothing("there is no such page"));
        }

        @Override
        public Optional<Look> lookAt(Edition edition) {
            looks.add(now);
            if (busy.isPresent() || words.isEmpty()) {
                return Optional.of(new Look.Unseen(busy.orElse(Duration.ZERO)));
            }
            Edition found = edition(words.get());
            return Optional.of(found.cues().equals(edition.cues()) ? new Look.Same(found) : new Look.Changed());
        }

        private Edition edition(String said) {
            return new Edition(
                    ADDRESS,
                    Optional.empty(),
                    Optional.empty(),
                    ADDRESS,
                    "webvtt",
                    transcript(said).digest());
        }

        private Transcript transcript(String said) {
            Cue cue = new Cue(Duration.ZERO, Duration.ofSeconds(2), "", said);
            return new Transcript("webvtt", name(), false, List.of(cue), List.of());
        }
    }

    /** Takes every transcript for one insight. */
    private final class WordForWord implements InsightExtractor {
        @Override
        public String name() {
            return "word for word";
        }

        @Override
        public Extraction extract(Source source) {
            String said = source.transcript().cues().getFirst().text();
            extracted.add(said);
            if (breaks) {
                throw new IllegalStateException("a bug in the extractor");
            }
            Insight sample = Samples.insight(
                    source.show(), "e1", said, 9, source.episode().published());
            return new Extraction(List.of(headed(sample, said)), List.of(), Map.of(), Set.of(1L), "");
        }

        private Insight headed(Insight insight, String headline) {
            return new Insight(
                    insight.id(),
                    insight.episodeId(),
                    insight.showId(),
                    headline,
                    insight.explanation(),
                    insight.quote(),
                    insight.score(),
                    insight.quality(),
                    insight.published(),
                    insight.extractor(),
                    insight.terms(),
                    insight.embedding());
        }
    }
}
