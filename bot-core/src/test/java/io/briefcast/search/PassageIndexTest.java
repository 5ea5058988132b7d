package io.briefcast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Aliases;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.search.SearchResult.Hit;
import io.briefcast.search.SearchResult.Spoken;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PassageIndexTest {
    private static final Instant MARCH = Instant.parse("2031-03-01T06:00:00Z");
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(2);
    private static final Show SHOW = Show.unread(URI.create("https://show.example/feed"));
    private static final PassagesInMemory PASSAGES = new PassagesInMemory();
    private static final InsightsInMemory INSIGHTS = new InsightsInMemory();
    private static final InsightIndex INDEX =
            InsightIndex.inMemory(INSIGHTS, PASSAGES, TitledShows::find, EMBEDDER, () -> Aliases.NONE);

    /** Ten seconds a sentence. */
    private static final List<String> HARBOUR = List.of(
            "Welcome back to the harbour.",
            "The old crane was sold to a museum in the spring.",
            "Nobody wanted to take it apart.",
            "It left on a barge, in one piece.",
            "The pilots had never towed a museum before.",
            "Then we came to the tides.",
            "A tide table is a promise that the moon makes and the wind breaks.",
            "Our pilots add an hour to every forecast when the wind is from the west.",
            "Last winter that hour saved two tankers from the sandbank.",
            "So the table stays on the wall and the wind decides.");

    private static final List<String> BAKERY = List.of(
            "This week we are in a bakery.",
            "Anton Brill gets up at two.",
            "He feeds his sourdough starter before he feeds his children.",
            "Rye flour keeps the starter alive longer than wheat does.",
            "The oven is older than the street.",
            "It was built by his grandmother, who sold bread to the garrison.",
            "The soldiers paid in coal.",
            "Coal kept the oven warm through two winters.");

    @BeforeAll
    static void fill() {
        read("harbour", MARCH, "Ines Vale", HARBOUR);
        read("bakery", MARCH.plus(Duration.ofDays(30)), "Anton Brill", BAKERY);
        INSIGHTS.add(List.of(new Insight(
                "crane",
                "harbour",
                SHOW.id(),
                "Cranes find a second life on show",
                "",
                new Quote(HARBOUR.get(1), "Ines Vale", Duration.ofSeconds(10), Duration.ofSeconds(20), false),
                9,
                0.8,
                MARCH,
                "test-1",
                List.of("crane"),
                EMBEDDER.embed(List.of("Cranes find a second life on show")).getFirst())));
        INDEX.follow();
    }

    @AfterAll
    static void close() {
        INDEX.close();
        EMBEDDER.close();
    }

    private static void read(String id, Instant published, String speaker, List<String> sentences) {
        List<Cue> cues = new ArrayList<>();
        for (String sentence : sentences) {
            Duration start = Duration.ofSeconds(10L * cues.size());
            cues.add(new Cue(start, start.plusSeconds(10), speaker, sentence));
        }
        PASSAGES.replace(
                id, new PassageCutter(EMBEDDER).cut(SHOW, episode(id, published), transcript("published", cues)));
    }

    private static Transcript transcript(String origin, List<Cue> cues) {
        return new Transcript("test", origin, false, cues, List.of());
    }

    private static Episode episode(String id, Instant published) {
        return new Episode(
                id,
                SHOW.id(),
                id,
                "Episode of the " + id,
                Optional.empty(),
                published,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    @Test
    void passagesAreAMinuteEachAndOverlapByHalf() {
        assertThat(PASSAGES.after(0, 100))
                .extracting(Passages.Written::passage)
                .filteredOn(passage -> passage.episodeId().equals("harbour"))
                .extracting(Passage::start, Passage::end)
                .containsExactly(
                        tuple(Duration.ZERO, Duration.ofSeconds(60)),
                        tuple(Duration.ofSeconds(30), Duration.ofSeconds(90)),
                        tuple(Duration.ofSeconds(60), Duration.ofSeconds(100)));
    }

    @Test
    void showNotesAndOtherLanguagesHaveNoPassages() {
        List<Cue> cues = List.of(new Cue(Duration.ZERO, Duration.ofSeconds(9), "", "Words about it."));
        Show french = new Show(SHOW.id(), SHOW.feed(), "", "", Optional.empty(), Optional.empty(), "fr-CA", List.of());
        PassageCutter cutter = new PassageCutter(EMBEDDER);

        assertThat(cutter.cut(SHOW, episode("e", MARCH), transcript("show notes", cues)))
                .isEmpty();
        assertThat(cutter.cut(french, episode("e", MARCH), transcript("published", cues)))
                .isEmpty();
        assertThat(cutter.cut(SHOW, episode("e", MARCH), transcript("published", List.of())))
                .isEmpty();
    }

    @Test
    void wordsThatNoInsightHasAreQuotedWithTheirMoment() {
        Spoken spoken =
                INDEX.search(TopicQuery.on("sourdough starter")).spoken().getFirst();

        assertThat(spoken.episodeId()).isEqualTo("bakery");
        assertThat(spoken.quote().text()).contains("sourdough starter");
        assertThat(spoken.quote().speaker()).isEqualTo("Anton Brill");
        assertThat(spoken.quote().start()).isBetween(Duration.ZERO, Duration.ofSeconds(20));
        assertThat(spoken.marked()).contains("sourdough", "starter").doesNotContain("children");
    }

    @Test
    void whatWasSaidInOtherWordsIsFoundToo() {
        SearchResult result = INDEX.search(TopicQuery.on("when ships can enter a port"));

        assertThat(result.strong()).isTrue();
        assertThat(result.spoken()).extracting(Spoken::episodeId).contains("harbour");
    }

    @Test
    void anInsightIsFoundByWhatWasSaidAroundIt() {
        SearchResult result = INDEX.search(TopicQuery.on("towing a museum"));

        assertThat(result.hits())
                .extracting(Hit::insight)
                .extracting(Insight::id)
                .containsExactly("crane");
        assertThat(result.spoken()).extracting(Spoken::episodeId).doesNotContain("harbour");
    }

    @Test
    void whatWasSaidIsAnAnswerWhereThereAreNoInsightsAtAll() {
        try (InsightIndex index = InsightIndex.inMemory(
                new InsightsInMemory(), PASSAGES, id -> Optional.of(SHOW), EMBEDDER, () -> Aliases.NONE)) {
            index.follow();

            SearchResult result = index.search(TopicQuery.on("sourdough starter"));

            assertThat(result.spoken()).extracting(Spoken::episodeId).containsExactly("bakery");
            assertThat(result.strong()).isTrue();
            assertThat(index.search(TopicQuery.on("interest rates of central banks"))
                            .strong())
                    .isFalse();
        }
    }

    @Test
    void onlyThePersonWhoWasAskedForIsQuotedOfAMinuteInWhichTwoSpoke() {
        PASSAGES.replace(
                "market",
                new PassageCutter(EMBEDDER)
                        .cut(
                                SHOW,
                                episode("market", MARCH),
                                transcript(
                                        "published",
                                        List.of(
                                                cue(0, "Ines Vale", "Mussels sell before noon."),
                                                cue(10, "Anton Brill", "Mussels were never sold on a Monday."),
                                                cue(20, "Ines Vale", "The rain keeps people at home.")))));
        INDEX.follow();

        assertThat(quotes("mussels", "Ines Vale")).containsExactly("Mussels sell before noon.");
        assertThat(quotes("mussels", "Anton Brill")).containsExactly("Mussels were never sold on a Monday.");
        assertThat(quotes("mussels on a Monday", "Ines Vale")).doesNotContain("Mussels were never sold on a Monday.");
        assertThat(quotes("rain at home", "Anton Brill")).isEmpty();
        PASSAGES.replace("market", List.of());
        INDEX.follow();
    }

    private static Cue cue(int second, String speaker, String text) {
        return new Cue(Duration.ofSeconds(second), Duration.ofSeconds(second + 10L), speaker, text);
    }

    private static List<String> quotes(String topic, String speaker) {
        return INDEX.search(TopicQuery.on(topic).by(Optional.of(speaker))).spoken().stream()
                .map(spoken -> spoken.quote().text())
                .toList();
    }

    @Test
    void whatNobodySpokeAboutIsNotQuoted() {
        assertThat(INDEX.search(TopicQuery.on("interest rates of central banks"))
                        .spoken())
                .isEmpty();
    }

    @Test
    void showPersonAndDatesLeaveTheOthersOut() {
        assertThat(spoken("oven", Optional.of("another show"), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(spoken("oven", Optional.empty(), Optional.of("ines vale"), Optional.empty()))
                .isEmpty();
        assertThat(spoken("oven", Optional.empty(), Optional.of("ANTON  brill"), Optional.empty()))
                .containsExactly("bakery");
        assertThat(spoken("tides", Optional.empty(), Optional.empty(), Optional.of(MARCH.plusSeconds(1))))
                .isEmpty();
    }

    private static List<String> spoken(
            String text, Optional<String> show, Optional<String> speaker, Optional<Instant> from) {
        TopicQuery query = TopicQuery.on(text).in(show).by(speaker).between(from, Optional.empty());
        return INDEX.search(query).spoken().stream().map(Spoken::episodeId).toList();
    }

    @Test
    void onlyWhatWasSaidInTheShowsOfAListIsQuoted() {
        TopicQuery starter = TopicQuery.on("sourdough starter");

        assertThat(INDEX.search(starter.within(Followed.only(Set.of(SHOW.id()))))
                        .spoken())
                .isNotEmpty();
        assertThat(INDEX.search(starter.within(Followed.only(Set.of("another"))))
                        .spoken())
                .isEmpty();
    }

    @Test
    void laterPagesQuoteNothing() {
        TopicQuery second = TopicQuery.on("sourdough starter").page(1, 10);

        assertThat(INDEX.search(second).spoken()).isEmpty();
    }

    @Test
    void thePassagesOfAReplacedEpisodeAreForgotten() {
        PassagesInMemory passages = new PassagesInMemory();
        Transcript first = transcript("published", List.of(cue("The lighthouse keeper retired.")));
        Transcript second = transcript("published", List.of(cue("The ferry was painted red.")));
        PassageCutter cutter = new PassageCutter(EMBEDDER);
        try (PassageIndex index = PassageIndex.inMemory(passages, EMBEDDER)) {
            passages.replace("e", cutter.cut(SHOW, episode("e", MARCH), first));
            index.follow();
            passages.replace("e", cutter.cut(SHOW, episode("e", MARCH), second));
            index.follow();

            assertThat(index.best("lighthouse keeper"))
                    .extracting(Passage::text)
                    .containsExactly("The ferry was painted red.");
        }
    }

    private static Cue cue(String text) {
        return new Cue(Duration.ZERO, Duration.ofSeconds(9), "", text);
    }
}
