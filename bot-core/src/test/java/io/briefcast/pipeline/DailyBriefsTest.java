package io.briefcast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.BriefSettings;
import io.briefcast.RankingSettings;
import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.InsightCards;
import io.briefcast.delivery.Installation;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.message.Block;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Tenant;
import io.briefcast.ranking.Ranker;
import io.briefcast.ranking.signal.AllSignals;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcInsights;
import io.briefcast.store.JdbcInstallations;
import io.briefcast.store.JdbcSeenInsights;
import io.briefcast.store.JdbcShowLists;
import io.briefcast.store.JdbcShows;
import io.briefcast.store.JdbcVotes;
import io.briefcast.store.Samples;
import io.briefcast.store.SqliteStore;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyBriefsTest {
    private static final Instant NOON = Samples.NOON;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    @TempDir
    Path folder;

    private SqliteStore store;
    private DailyBriefs.Sources sources;
    private DailyBriefs briefs;
    private int meanings;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("briefcast.db"));
        var db = store.database();
        sources = new DailyBriefs.Sources(
                new JdbcShows(db),
                new JdbcShowLists(db),
                new JdbcEpisodes(db, Samples.CLOCK),
                new JdbcInsights(db),
                new JdbcSeenInsights(db),
                new JdbcVotes(db));
        briefs = new DailyBriefs(
                sources,
                new Ranker(AllSignals.inOrder(), RankingSettings.DEFAULTS),
                new BriefComposer(new InsightCards(Optional.empty())),
                new NoTopics(),
                insight -> Set.of(),
                new BriefSettings(Duration.ofDays(3)),
                () -> Aliases.NONE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void picksTheBestOfTheDaysAndWordsThem() {
        Show show = Samples.showWithEpisodes(store.database(), "rent", "e1", "e2");
        read("e1", insight(show, "e1", "good", 0.9, NOON), insight(show, "e1", "weak", 0.1, NOON));
        read("e2", insight(show, "e2", "fair", 0.6, NOON));

        var written = briefs.write(everything(), TODAY, NOON.plusSeconds(60));

        assertThat(written.insightIds()).containsExactly("good", "fair");
        assertThat(written.message().blocks())
                .filteredOn(Block.InsightCard.class::isInstance)
                .extracting(block -> ((Block.InsightCard) block).headline())
                .containsExactly("Claim good", "Claim fair");
    }

    @Test
    void askingTwiceGivesTheSameUntilItWasSent() {
        Show show = Samples.showWithEpisodes(store.database(), "rent", "e1", "e2");
        read("e1", insight(show, "e1", "good", 0.9, NOON));
        read("e2", insight(show, "e2", "fair", 0.6, NOON));
        var now = NOON.plusSeconds(60);

        var first = briefs.write(everything(), TODAY, now);
        assertThat(briefs.write(everything(), TODAY, now)).isEqualTo(first);
        sources.seen().mark(everything().audience().id(), TODAY, List.of("good"), now);

        assertThat(briefs.write(everything(), TODAY, now).insightIds()).containsExactly("fair");
    }

    @Test
    void whatIsReadMeanwhileIsInTheNextAnswer() {
        Show show = Samples.showWithEpisodes(store.database(), "rent", "e1", "e2");
        read("e1", insight(show, "e1", "first", 0.9, NOON));
        var now = NOON.plusSeconds(60);
        briefs.write(everything(), TODAY, now);

        read("e2", insight(show, "e2", "second", 0.8, NOON));

        assertThat(briefs.write(everything(), TODAY, now).insightIds()).contains("second");
    }

    @Test
    void aLargeDayTakesInWhatIsReadMeanwhileAfterTwoMinutes() {
        Show show = Samples.showWithEpisodes(store.database(), "rent", "e1", "e2");
        read("e1", weak(show, 1_000));
        briefs.write(everything(), TODAY, NOON);

        read("e2", insight(show, "e2", "second", 0.8, NOON.minusSeconds(1)));

        var justBefore = NOON.plus(Duration.ofMinutes(2)).minusMillis(1);
        assertThat(briefs.write(everything(), TODAY, justBefore).insightIds()).isEmpty();
        var then = NOON.plus(Duration.ofMinutes(2));
        assertThat(briefs.write(everything(), TODAY, then).insightIds()).containsExactly("second");
    }

    @Test
    void aDayThatIsNotLargeNeverWaits() {
        Show show = Samples.showWithEpisodes(store.database(), "rent", "e1", "e2");
        read("e1", weak(show, 999));
        briefs.write(everything(), TODAY, NOON);

        read("e2", insight(show, "e2", "second", 0.8, NOON.minusSeconds(1)));

        assertThat(briefs.write(everything(), TODAY, NOON).insightIds()).containsExactly("second");
    }

    @Test
    void whatCameOutBeforeTheWindowIsLeftOut() {
        Show show = Samples.showWithEpisodes(store.database(), "rent", "e1");
        read("e1", insight(show, "e1", "old", 0.9, NOON.minus(Duration.ofDays(3))));

        assertThat(briefs.write(everything(), TODAY, NOON.plusSeconds(60)).insightIds())
                .isEmpty();
    }

    @Test
    void aDayWithoutInsightsSaysSo() {
        var written = briefs.write(everything(), TODAY, NOON);

        assertThat(written.insightIds()).isEmpty();
        assertThat(written.message().blocks())
                .filteredOn(Block.Paragraph.class::isInstance)
                .extracting(block -> ((Block.Paragraph) block).text())
                .anyMatch(text -> text.startsWith("Nothing today"));
    }

    private void read(String episodeId, Insight... insights) {
        sources.insights().replace(episodeId, List.of(insights));
    }

    /** Too weak to be picked, but there. */
    private static Insight[] weak(Show show, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> insight(show, "e1", "weak" + i, 0.1, NOON.minusSeconds(1), new float[8]))
                .toArray(Insight[]::new);
    }

    /** Every insight means something of its own. */
    private Insight insight(Show show, String episodeId, String id, double quality, Instant published) {
        float[] meaning = new float[8];
        meaning[meanings++] = 1;
        return insight(show, episodeId, id, quality, published, meaning);
    }

    private static Insight insight(
            Show show, String episodeId, String id, double quality, Instant published, float[] meaning) {
        return new Insight(
                id,
                episodeId,
                show.id(),
                "Claim " + id,
                "",
                new Quote("Claim " + id, "Li", Duration.ZERO, Duration.ofSeconds(4), false),
                9,
                quality,
                published,
                "highlights-1",
                List.of(),
                new Embedding(meaning));
    }

    @Test
    void aWorkspaceGetsNothingFromTheShowsOfAnother() {
        for (String workspace : List.of("T1", "T2")) {
            new JdbcInstallations(store.database())
                    .save(new Installation("slack", workspace, "B", "U", "sealed", Optional.empty(), NOON));
        }
        Show all = Samples.showWithEpisodes(store.database(), "rent", "e1");
        read("e1", insight(all, "e1", "offered", 0.9, NOON));
        Show theirs = Samples.show("rival");
        sources.lists().follow(new Tenant("slack", "T2"), theirs, FeedState.untried(theirs.id(), NOON));
        Samples.showWithEpisodes(store.database(), "rival", "e2");
        read("e2", insight(theirs, "e2", "own", 0.9, NOON));
        var now = NOON.plusSeconds(60);

        assertThat(briefs.write(in("T1"), TODAY, now).insightIds()).containsExactly("offered");
        assertThat(briefs.write(in("T2"), TODAY, now).insightIds()).containsExactlyInAnyOrder("offered", "own");
        assertThat(briefs.write(everything(), TODAY, now).insightIds()).containsExactly("offered");
        var nobodys = briefs.pick("", Interests.EVERYTHING, TODAY, now);
        assertThat(nobodys.items()).extracting(item -> item.insight().id()).containsExactly("offered");
        assertThat(nobodys.considered()).isEqualTo(1);
        assertThat(nobodys.episodes()).isEqualTo(1);
        assertThat(briefs.pickPast(in("T1"), TODAY, now).items()).hasSize(1);
    }

    private static Subscription in(String workspace) {
        Audience channel = new Audience("audience-" + workspace, "slack", Audience.Kind.CHANNEL, workspace, "C1");
        return everything().with(channel);
    }

    private static Subscription everything() {
        Subscription some = Samples.subscription("s1", true);
        return new Subscription("s1", some.audience(), Interests.EVERYTHING, some.time(), true);
    }

    private static final class NoTopics implements Embedder {
        @Override
        public int dimension() {
            return 8;
        }

        @Override
        public List<Embedding> embed(List<String> passages) {
            throw new IllegalStateException("nothing is embedded when a brief is picked");
        }

        @Override
        public Embedding query(String text) {
            return new Embedding(new float[8]);
        }
    }
}
