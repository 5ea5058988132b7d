package io.briefcast.ranking;

import static io.briefcast.ranking.Samples.NOON;
import static io.briefcast.ranking.Samples.insight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.briefcast.RankingSettings;
import io.briefcast.insight.Insight;
import io.briefcast.language.Embedding;
import io.briefcast.podcast.Followed;
import io.briefcast.ranking.signal.AllSignals;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankerTest {
    private final Ranker ranker = new Ranker(AllSignals.inOrder(), RankingSettings.DEFAULTS);

    @Test
    void theBestFiveComeFirstAndCarryTheirReasons() {
        List<Insight> day = IntStream.range(0, 20)
                .mapToObj(i -> insight("i" + i, "show " + i, 0.4 + i * 0.025))
                .toList();

        List<RankedInsight> picks = rank(day, Interests.EVERYTHING);

        assertThat(picks).hasSize(5);
        assertThat(picks.getFirst().insight().id()).isEqualTo("i19");
        assertThat(picks.getFirst().reasons()).contains("a clear claim, said in full");
    }

    @Test
    void contributionsAddUpToTheTotal() {
        List<Insight> day = IntStream.range(0, 12)
                .mapToObj(i -> insight("i" + i, "s" + i, 0.6))
                .toList();

        assertThat(rank(day, topics("claim i3")))
                .isNotEmpty()
                .allSatisfy(pick -> assertThat(pick.contributions().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .isCloseTo(pick.total(), within(1e-9)));
    }

    @Test
    void aThinDayGivesAShorterBrief() {
        List<Insight> day = List.of(insight("good", "a", 0.7), insight("weak", "b", 0.1), insight("fair", "c", 0.5));

        assertThat(rank(day, Interests.EVERYTHING))
                .extracting(pick -> pick.insight().id())
                .containsExactly("good", "fair");
    }

    @Test
    void oneEpisodeGivesOneInsightAndOneShowTwo() {
        List<Insight> day = IntStream.range(0, 10)
                .mapToObj(i -> insight("i" + i, i < 8 ? "loud" : "quiet" + i, 0.9 - i * 0.01))
                .toList();

        List<RankedInsight> picks = rank(day, Interests.EVERYTHING);

        assertThat(picks)
                .extracting(pick -> pick.insight().showId())
                .containsExactlyInAnyOrder("loud", "loud", "quiet8", "quiet9");
    }

    @Test
    void theSameClaimIsNeverPickedTwice() {
        Insight one = insight("a", "x", 0.9);
        Insight echo = insight("b", "y", 0.9, "The same in other words", Samples.near(one.embedding(), 0.93, 7));

        assertThat(rank(List.of(one, echo), Interests.EVERYTHING)).hasSize(1);
    }

    @Test
    void whatAnAudienceWasSentIsNotSentAgainInOtherWords() {
        Insight today = insight("new", "x", 0.9);
        SeenInsight seen = new SeenInsight("old", Samples.near(today.embedding(), 0.9, 3));
        AudienceProfile audience = new AudienceProfile("a", Interests.EVERYTHING, List.of(seen), Map.of());

        assertThat(ranker.on(pool(List.of(today)), NOON).rank(audience)).isEmpty();
    }

    @Test
    void aFollowedTopicFiltersAndSaysSo() {
        List<Insight> day = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> insight("i" + i, "s" + i, 0.9))
                .toList());
        day.add(insight("power", "grid", 0.5, "Data centres wait for power", Samples.direction(99)));

        List<RankedInsight> picks = rank(day, topics("data centre"));

        assertThat(picks).extracting(pick -> pick.insight().id()).containsExactly("power");
        assertThat(picks.getFirst().reasons()).first().isEqualTo("you follow data centre");
    }

    @Test
    void followedShowsSpeakersAndPhrasesArePickedFromExactly() {
        List<Insight> day = List.of(
                insight("a", "one", 0.9, "The moon-shot ended", Samples.direction(1)),
                insight("b", "two", 0.8, "Rents fell", Samples.direction(2)),
                insight("c", "three", 0.7, "Chips rose", Samples.direction(3)));
        Follow phrase = new Follow(Mute.Kind.PHRASE, "Moon shot", Optional.empty());
        Follow show = new Follow(Mute.Kind.SHOW, "two", Optional.empty());
        Follow speaker = new Follow(Mute.Kind.SPEAKER, "ADA", Optional.empty());

        var picks = rank(day, Interests.EVERYTHING.following(phrase).following(show));
        assertThat(picks).extracting(pick -> pick.insight().id()).containsExactly("a", "b");
        assertThat(picks.get(0).reasons()).contains("you follow “Moon shot”");
        assertThat(picks.get(1).reasons()).contains("you follow this show");
        assertThat(rank(day, Interests.EVERYTHING.following(speaker))).hasSize(3);
    }

    @Test
    void mutedTopicsAndShowsStayOut() {
        List<Insight> day = List.of(
                insight("a", "loud", 0.9),
                insight("b", "quiet", 0.9, "Crypto will come back", Samples.direction(5)),
                insight("c", "quiet", 0.8));
        Interests interests = new Interests(
                List.of(),
                Set.of(),
                List.of(Mute.forGood(Mute.Kind.TOPIC, "crypto"), Mute.forGood(Mute.Kind.SHOW, "loud")),
                5);

        assertThat(rank(day, interests)).extracting(pick -> pick.insight().id()).containsExactly("c");
    }

    @Test
    void mutedSpeakersAndPhrasesStayOut() {
        List<Insight> day = List.of(
                insight("a", "one", 0.9, "The moon-shot ended", Samples.direction(1)),
                insight("b", "two", 0.8, "The moon shots ended", Samples.direction(2)));

        assertThat(rank(day, Interests.EVERYTHING.muting(Mute.forGood(Mute.Kind.PHRASE, "Moon shot"))))
                .extracting(pick -> pick.insight().id())
                .containsExactly("b");
        assertThat(rank(day, Interests.EVERYTHING.muting(Mute.forGood(Mute.Kind.SPEAKER, "ADA"))))
                .isEmpty();
        assertThat(rank(day, Interests.EVERYTHING.muting(Mute.forGood(Mute.Kind.PHRASE, "?!"))))
                .hasSize(2);
    }

    @Test
    void theOrderOfThePoolDoesNotMatter() {
        List<Insight> day = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> insight("i" + i, "s" + i % 9, 0.6))
                .toList());
        List<RankedInsight> first = rank(day, Interests.EVERYTHING);

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(day, new Random(seed));
            assertThat(rank(day, Interests.EVERYTHING))
                    .extracting(RankedInsight::insight)
                    .containsExactlyElementsOf(
                            first.stream().map(RankedInsight::insight).toList());
        }
    }

    @Test
    void severalShowsOnOneMatterCountForIt() {
        Insight plain = insight("plain", "a", 0.6);
        Insight shared = insight("shared", "b", 0.6);
        DayPool pool = new DayPool(
                List.of(plain, shared),
                one -> one.id().equals("shared") ? Set.of("c", "d", "e") : Set.of(),
                topic -> Samples.direction(1));

        RankedInsight first = ranker.on(pool, NOON)
                .rank(AudienceProfile.fresh("a", Interests.EVERYTHING))
                .getFirst();

        assertThat(first.insight().id()).isEqualTo("shared");
        assertThat(first.reasons()).contains("3 other shows speak of it too");
    }

    @Test
    void onlyShowsOfTheListArePickedFromAndCounted() {
        Insight mine = insight("mine", "a", 0.6);
        Insight others = insight("others", "b", 0.9);
        DayPool pool = new DayPool(
                List.of(mine, others),
                one -> one.id().equals("mine") ? Set.of("b", "c") : Set.of(),
                topic -> Samples.direction(1));
        Ranker.Session session = ranker.on(pool, NOON);
        AudienceProfile everybody = AudienceProfile.fresh("a", Interests.EVERYTHING);
        Followed list = Followed.only(Set.of("a", "c"));

        RankedInsight seen = session.rank(everybody).getLast();
        List<RankedInsight> picked = session.rank(everybody.within(list));

        assertThat(picked).extracting(one -> one.insight().id()).containsExactly("mine");
        assertThat(picked.getFirst().reasons())
                .contains("another show speaks of it too")
                .doesNotContainAnyElementsOf(List.of("2 other shows speak of it too"));
        assertThat(seen.reasons()).contains("2 other shows speak of it too");
        assertThat(picked.getFirst().total()).isLessThan(seen.total());
        assertThat(session.share(list).insights()).isEqualTo(1);
        assertThat(session.share(list).episodes()).isEqualTo(1);
        assertThat(session.share(Followed.EVERYTHING).insights()).isEqualTo(2);
    }

    private List<RankedInsight> rank(List<Insight> day, Interests interests) {
        return ranker.on(pool(day), NOON).rank(AudienceProfile.fresh("a", interests));
    }

    private static DayPool pool(List<Insight> day) {
        return new DayPool(day, insight -> Set.of(), RankerTest::topic);
    }

    private static Embedding topic(String words) {
        return Samples.direction(words.hashCode());
    }

    private static Interests topics(String topic) {
        return new Interests(List.of(topic), Set.of(), List.of(), 5);
    }
}
