package io.briefcast.search;

import static io.briefcast.search.ClaimCorpus.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insight.Kind;
import io.briefcast.language.Aliases;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.podcast.Followed;
import io.briefcast.search.SearchResult.Hit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightSearchTest {
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(2);
    private static final InsightsInMemory INSIGHTS = new InsightsInMemory();
    private static final InsightIndex INDEX =
            InsightIndex.inMemory(INSIGHTS, new PassagesInMemory(), TitledShows::find, EMBEDDER, () -> Aliases.NONE);

    @BeforeAll
    static void fill() {
        INSIGHTS.add(ClaimCorpus.read(EMBEDDER));
        INDEX.follow();
    }

    @AfterAll
    static void close() {
        INDEX.close();
        EMBEDDER.close();
    }

    @Test
    void aTopicFindsWhatIsSaidOnIt() {
        SearchResult result = INDEX.search(TopicQuery.on("compute strategy"));

        assertThat(result.strong()).isTrue();
        assertThat(ids(result.hits())).startsWith("compute-3").allMatch(id -> id.startsWith("compute"));
    }

    @Test
    void theWordsOfTheTopicAreMarkedInWhatItFinds() {
        Hit best = INDEX.search(TopicQuery.on("compute strategies")).hits().getFirst();

        String text = (best.insight().headline() + " " + best.insight().explanation() + " "
                        + best.insight().quote().text())
                .toLowerCase(Locale.ROOT);
        assertThat(best.marked())
                .isNotEmpty()
                .allMatch(text::contains)
                .allMatch(word -> word.startsWith("comput") || word.startsWith("strateg"));
    }

    @Test
    void aTopicInOtherWordsFindsTheMeaning() {
        SearchResult result = INDEX.search(TopicQuery.on("farming without ploughing"));

        assertThat(result.strong()).isTrue();
        assertThat(ids(result.hits())).startsWith("soil-2");
    }

    @Test
    void aShowsNameFindsItsInsights() {
        assertThat(ids(INDEX.search(TopicQuery.on("siliconcafe")).hits()))
                .contains("compute-5", "compute-6", "compilers", "review");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy plugh", "medieval falconry", "best pizza in naples", "zzzzqq", "what is the"})
    void nothingToSayIsNoStrongMatch(String text) {
        assertThat(INDEX.search(TopicQuery.on(text)).strong()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!*", "\uD83D\uDE00\uD83D\uDC4D\uD83C\uDFFD", "+-\"~^"})
    void nothingAskedIsAnEmptyAnswer(String text) {
        assertThat(INDEX.search(TopicQuery.on(text))).isEqualTo(new SearchResult(List.of(), List.of(), false, false));
    }

    @Test
    void signsInATopicMeanNothing() {
        SearchResult signs = INDEX.search(TopicQuery.on("compute* AND \"strategy\" -(show:[a TO z}^9~ \\"));

        assertThat(ids(signs.hits())).contains("compute-3");
    }

    @Test
    void aVeryLongTopicIsReadByItsFirstWords() {
        SearchResult result = INDEX.search(TopicQuery.on("falling asleep in a cool bedroom " + "x ".repeat(2_500)));

        assertThat(ids(result.hits())).contains("sleep-1");
    }

    @Test
    void aShowFilterLeavesTheOthersOut() {
        SearchResult result = INDEX.search(TopicQuery.on("compute strategy").in(Optional.of("siliconcafe")));

        assertThat(result.hits())
                .isNotEmpty()
                .allMatch(hit -> hit.insight().showId().equals("siliconcafe"));
        assertThat(INDEX.search(TopicQuery.on("compute").in(Optional.of("unheard")))
                        .hits())
                .isEmpty();
    }

    @Test
    void datesAreFromInclusiveToExclusive() {
        Instant from = FIRST.plus(Duration.ofDays(4));
        Instant to = FIRST.plus(Duration.ofDays(8));

        SearchResult result =
                INDEX.search(TopicQuery.on("compute strategy").between(Optional.of(from), Optional.of(to)));

        assertThat(ids(result.hits())).contains("compute-3").doesNotContain("compute-1", "compute-2", "compute-5");
        assertThat(result.hits())
                .allMatch(hit -> !hit.insight().published().isBefore(from)
                        && hit.insight().published().isBefore(to));
    }

    @Test
    void pagesFollowEachOtherWithoutOverlap() {
        List<String> whole = ids(
                INDEX.search(TopicQuery.on("renting or owning data centres")).hits());
        List<String> paged = new ArrayList<>();
        boolean more = true;

        for (int page = 0; more; page++) {
            SearchResult result =
                    INDEX.search(TopicQuery.on("renting or owning data centres").page(page, 2));
            paged.addAll(ids(result.hits()));
            more = result.more();
        }

        assertThat(paged).doesNotHaveDuplicates().isEqualTo(whole).hasSizeGreaterThan(3);
    }

    @Test
    void aPageBeyondTheLastIsEmpty() {
        SearchResult result = INDEX.search(TopicQuery.on("sleep").page(Integer.MAX_VALUE, 50));

        assertThat(result.hits()).isEmpty();
        assertThat(result.more()).isFalse();
    }

    @Test
    void relatedClaimsComeFromOtherShowsNearestFirst() {
        assertThat(related("compute-1")).contains("compute-5", "compute-4").allMatch(id -> id.startsWith("compute"));
        assertThat(related("soil-1")).startsWith("soil-3");
        assertThat(related("sleep-1")).startsWith("sleep-3").doesNotContain("sleep-2");
    }

    @Test
    void aClaimThatStandsAloneHasNothingRelated() {
        assertThat(related("glaciers")).isEmpty();
        assertThat(related("coffee")).isEmpty();
    }

    @Test
    void atMostTwoRelatedClaimsComeFromOneShow() {
        Insight claim = INSIGHTS.find("sleep-3").orElseThrow();

        Map<String, Long> perShow = INDEX.related(claim, 10).stream()
                .collect(Collectors.groupingBy(hit -> hit.insight().showId(), Collectors.counting()));

        assertThat(perShow).isNotEmpty().doesNotContainKey(claim.showId());
        assertThat(perShow.values()).allMatch(count -> count <= 2);
        assertThat(INDEX.related(claim, 1)).hasSize(1);
    }

    @Test
    void onlyWhatIsFromTheShowsOfAListIsFound() {
        Followed list = Followed.only(Set.of(showOf("compute-3"), showOf("sleep-3")));

        List<Hit> found =
                INDEX.search(TopicQuery.on("compute strategy").within(list)).hits();

        assertThat(INDEX.search(TopicQuery.on("compute strategy")).hits())
                .anyMatch(hit -> !list.has(hit.insight().showId()));
        assertThat(ids(found)).contains("compute-3");
        assertThat(found).allMatch(hit -> list.has(hit.insight().showId()));
        assertThat(INDEX.search(TopicQuery.on("compute strategy").within(Followed.only(Set.of())))
                        .hits())
                .isEmpty();
    }

    @Test
    void onlyWhatIsFromTheShowsOfAListIsRelated() {
        Insight claim = INSIGHTS.find("sleep-3").orElseThrow();
        Hit nearest = INDEX.related(claim, 1).getFirst();
        Followed list = Followed.only(Set.of(nearest.insight().showId()));

        assertThat(INDEX.related(claim, 10, Followed.only(Set.of("another")))).isEmpty();
        assertThat(INDEX.related(claim, 10, list))
                .isNotEmpty()
                .allMatch(hit -> list.has(hit.insight().showId()));
    }

    @Test
    void onlyInsightsOfAKindAreFound() {
        InsightsInMemory kinds = new InsightsInMemory();
        kinds.add(ClaimCorpus.read(EMBEDDER).stream()
                .map(insight -> insight.as(insight.id().equals("compute-2") ? Kind.PREDICTION : Kind.CLAIM))
                .toList());
        try (InsightIndex index =
                InsightIndex.inMemory(kinds, new PassagesInMemory(), TitledShows::find, EMBEDDER, () -> Aliases.NONE)) {
            index.follow();
            TopicQuery compute = TopicQuery.on("compute");

            SearchResult predictions = index.search(new TopicReader(List.of(), List.of())
                    .read("predictions about compute", FIRST, ZoneOffset.UTC)
                    .narrow(compute));

            assertThat(ids(predictions.hits())).containsExactly("compute-2");
            assertThat(index.search(compute).hits()).hasSizeGreaterThan(2);
        }
    }

    @Test
    void aTopicIsFoundByAnotherNameFromTheTable() {
        Aliases aliases = Aliases.of(List.of(new Aliases.Names(List.of("tillage", "wobbly frobs"))));

        try (InsightIndex named =
                InsightIndex.inMemory(INSIGHTS, new PassagesInMemory(), TitledShows::find, EMBEDDER, () -> aliases)) {
            named.follow();
            SearchResult tillage = INDEX.search(TopicQuery.on("tillage"));

            assertThat(ids(named.search(TopicQuery.on("wobbly frobs")).hits()))
                    .isNotEmpty()
                    .startsWith(ids(tillage.hits()).getFirst());
            assertThat(named.search(TopicQuery.on("wobbly frobs")).strong()).isTrue();
            assertThat(INDEX.search(TopicQuery.on("wobbly frobs")).strong()).isFalse();
        }
    }

    @Test
    void aClaimIsRelatedToWhatCallsItsThingByAnotherName() {
        String soil = INSIGHTS.find("soil-1").orElseThrow().headline();
        Aliases aliases = Aliases.of(List.of(new Aliases.Names(List.of("hedging", soil))));

        try (InsightIndex named =
                InsightIndex.inMemory(INSIGHTS, new PassagesInMemory(), TitledShows::find, EMBEDDER, () -> aliases)) {
            named.follow();

            assertThat(related("coffee")).isEmpty();
            assertThat(ids(named.related(INSIGHTS.find("coffee").orElseThrow(), 10)))
                    .containsExactly("soil-1");
        }
    }

    private static String showOf(String id) {
        return INSIGHTS.find(id).orElseThrow().showId();
    }

    @Test
    void anEmptyIndexAnswersWithNothing() {
        try (InsightIndex empty = InsightIndex.inMemory(
                new InsightsInMemory(), new PassagesInMemory(), TitledShows::find, EMBEDDER, () -> Aliases.NONE)) {
            empty.follow();

            assertThat(empty.search(TopicQuery.on("compute")).hits()).isEmpty();
            assertThat(empty.related(INSIGHTS.find("soil-1").orElseThrow(), 10)).isEmpty();
        }
    }

    private static List<String> related(String id) {
        return ids(INDEX.related(INSIGHTS.find(id).orElseThrow(), 10));
    }

    private static List<String> ids(Collection<Hit> hits) {
        return hits.stream().map(hit -> hit.insight().id()).toList();
    }
}
