package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.briefcast.FeedSettings;
import io.briefcast.feed.Refreshed.Found;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRefresherTest {
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final URI FEED = URI.create("https://harbour.example/feed.xml");
    private static final FeedSettings SETTINGS =
            new FeedSettings(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), 3);

    private final List<FetchRequest> requests = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();
    private Fetched answer = new Fetched.Throttled(Duration.ZERO);
    private Show show = Show.unread(FEED);
    private FeedState state = FeedState.untried(show.id(), NOON);
    private final FeedRefresher refresher = new FeedRefresher(
            request -> {
                requests.add(request);
                return answer;
            },
            new FeedParser(),
            SETTINGS);

    @Test
    void readsOfANewShowWhatCameOutInTheLastDays() {
        answer = body(items(0, 1, 2, 5, 6, 9, 30));

        assertThat(waiting(refresh(NOON))).containsExactly("Day 0", "Day 1", "Day 2", "Day 5", "Day 6");
    }

    @Test
    void readsOfANewShowAtLeastTheNewestFew() {
        answer = body(items(100, 200, 300, 400));

        Refreshed refreshed = refresh(NOON);

        assertThat(waiting(refreshed)).containsExactly("Day 100", "Day 200", "Day 300");
        assertThat(refreshed.found()).hasSize(4);
        assertThat(refreshed.found().getLast().reading())
                .map(Reading::detail)
                .contains("came out before the show was added");
    }

    @Test
    void neverReadsTheArchiveAtTheSecondTime() {
        answer = body(items(0, 100, 200, 300, 400));
        refresh(NOON);

        assertThat(waiting(refresh(NOON.plus(Duration.ofHours(2))))).isEmpty();
    }

    @Test
    void readsWhatIsNew() {
        answer = body(items(1, 100));
        refresh(NOON);

        answer = body(items(0, 1, 100));

        assertThat(waiting(refresh(NOON.plus(Duration.ofHours(2))))).containsExactly("Day 0");
    }

    @Test
    void readsWhatCameOutWhileWeWereAway() {
        answer = body(items(31));
        refresh(NOON.minus(Duration.ofDays(30)));

        answer = body(items(1, 20, 29, 31));

        assertThat(waiting(refresh(NOON))).containsExactly("Day 1", "Day 20", "Day 29");
    }

    @Test
    void doesNotReadAnArchiveThatIsAddedLater() {
        answer = body(items(1));
        refresh(NOON);

        answer = body(items(1, 500, 600));

        assertThat(waiting(refresh(NOON.plus(Duration.ofHours(2))))).isEmpty();
    }

    @Test
    void skipsTrailersAndBonusItems() {
        answer = body(item("T", Optional.of(NOON), "<itunes:episodeType>trailer</itunes:episodeType>")
                + item("B", Optional.of(NOON), "<itunes:episodeType>bonus</itunes:episodeType>"));

        Refreshed refreshed = refresh(NOON);

        assertThat(waiting(refreshed)).isEmpty();
        assertThat(refreshed.found()).hasSize(2);
    }

    @Test
    void datesAnItemWithoutDateOrFromTheFutureByWhenItWasFirstSeen() {
        answer = body(
                item("Undated", Optional.empty(), "") + item("Next week", Optional.of(NOON.plusSeconds(604_800)), ""));

        assertThat(refresh(NOON).found())
                .extracting(found -> found.episode().published())
                .containsExactly(NOON, NOON);
    }

    @Test
    void bringsATranscriptThatIsAddedLaterToAnEpisodeThatIsThere() {
        answer = body(item("One", Optional.of(NOON), ""));
        String id = refresh(NOON).found().getFirst().episode().id();

        answer = body(
                item("One", Optional.of(NOON), "<podcast:transcript url='https://t.example/1.vtt' type='text/vtt'/>"));
        Found found = refresh(NOON.plus(Duration.ofHours(3))).found().getFirst();

        assertThat(found.episode().id()).isEqualTo(id);
        assertThat(found.episode().transcripts()).hasSize(1);
        assertThat(found.reading()).isEmpty();
    }

    @Test
    void learnsTheShow() {
        answer = body(items(0));

        assertThat(refresh(NOON).show().title()).isEqualTo("Harbour Talk");
    }

    @Test
    void bringsBackTheValidatorsOfABodyThatWasRead() {
        answer = body(items(0));
        refresh(NOON);
        answer = new Fetched.NotModified(Optional.empty(), Optional.empty(), Duration.ZERO);

        refresh(NOON.plusSeconds(7_200));

        assertThat(requests.get(0).etag()).isEmpty();
        assertThat(requests.get(1).etag()).contains("\"v1\"");
    }

    @Test
    void bringsValidatorsBackOnlyToTheAddressThatIssuedThem() {
        answer = body(items(0));
        refresh(NOON);

        refresh(NOON.plusSeconds(7_200));

        assertThat(requests.getLast().issuer()).contains(FEED);
    }

    @Test
    void doesNotUseTheValidatorsOfABodyThatAnotherVersionOfTheParserRead() {
        answer = body(items(0));
        refresh(NOON);
        state = new FeedState(
                state.showId(),
                state.etag(),
                state.lastModified(),
                state.nextRead(),
                state.lastRead(),
                0,
                Optional.empty(),
                Optional.empty(),
                state.pace(),
                Optional.of(new FeedState.Source(FEED, FeedParser.VERSION - 1)));

        refresh(NOON.plusSeconds(7_200));

        assertThat(requests.getLast().isConditional()).isFalse();
    }

    @Test
    void keepsNoValidatorsOfABodyThatIsNoFeed() {
        answer = bodyOf("<html><body>Please log in</body></html>", Optional.empty());

        Refreshed refreshed = refresh(NOON);

        assertThat(refreshed.state().etag()).isEmpty();
        assertThat(refreshed.state().trouble())
                .contains("harbour.example: this is a web page, not a feed:"
                        + " look on it for a link named RSS or podcast feed");
        assertThat(refreshed.found()).isEmpty();
    }

    @Test
    void forgetsTheValidatorsWhenANewBodyBringsNone() {
        answer = body(items(0));
        refresh(NOON);
        answer = new Fetched.Body(
                FEED,
                feed(items(0)).getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
        refresh(NOON.plusSeconds(7_200));

        refresh(NOON.plusSeconds(14_400));

        assertThat(requests.getLast().etag()).isEmpty();
        assertThat(requests.getLast().lastModified()).isEmpty();
    }

    @Test
    void keepsTheValidatorsOfTheFeedWhileAPageStandsInItsPlace() {
        answer = body(items(0));
        refresh(NOON);
        answer = bodyOf("<html><body>Please log in</body></html>", Optional.empty());

        refresh(NOON.plusSeconds(7_200));

        assertThat(state.etag()).contains("\"v1\"");
        assertThat(state.failures()).isEqualTo(1);
    }

    @Test
    void doesNotBlameAFeedForTheSilenceOfItsHost() {
        answer = new Fetched.Throttled(Duration.ofMinutes(5), false);

        Refreshed refreshed = refresh(NOON);

        assertThat(refreshed.state().failures()).isZero();
        assertThat(refreshed.state().trouble()).isEmpty();
        assertThat(refreshed.state().nextRead()).isBetween(NOON.plusSeconds(300), NOON.plusSeconds(1_200));
    }

    @Test
    void believesAMoveAfterThreeReadingsInADay() {
        URI moved = URI.create("https://new.example/feed");
        answer = bodyOf(feed(items(0)), Optional.of(moved));

        assertThat(refresh(NOON).show().feed()).isEqualTo(FEED);
        assertThat(refresh(hours(1)).show().feed()).isEqualTo(FEED);
        assertThat(refresh(hours(2)).show().feed()).isEqualTo(FEED);
        assertThat(refresh(hours(24)).show().feed()).isEqualTo(moved);
        assertThat(state.move()).isEmpty();
        assertThat(show.id()).isEqualTo(Show.unread(FEED).id());
    }

    @Test
    void believesAMoveThatAnswersWithoutABody() {
        URI moved = URI.create("https://new.example/feed");
        answer = bodyOf(feed(items(0)), Optional.of(moved));
        refresh(NOON);
        answer = new Fetched.NotModified(Optional.empty(), Optional.empty(), Optional.of(moved), Duration.ZERO);
        refresh(hours(12));

        assertThat(refresh(hours(25)).show().feed()).isEqualTo(moved);
    }

    @Test
    void forgetsAClaimThatIsNotRepeated() {
        URI moved = URI.create("https://new.example/feed");
        answer = bodyOf(feed(items(0)), Optional.of(moved));
        refresh(NOON);
        refresh(hours(1));
        answer = body(items(0));
        refresh(hours(2));
        answer = bodyOf(feed(items(0)), Optional.of(moved));

        assertThat(refresh(hours(48)).show().feed()).isEqualTo(FEED);
        assertThat(state.move().map(FeedState.Move::times)).contains(1);
    }

    @Test
    void doesNotBelieveAMoveToAPlaceWithoutAnyKnownEpisode() {
        answer = body(items(0));
        refresh(NOON);
        answer = bodyOf(
                "<rss><channel><title>Domain for sale</title></channel></rss>",
                Optional.of(URI.create("https://parked.example/")));
        refresh(hours(1));
        refresh(hours(2));

        assertThat(refresh(hours(30)).show().feed()).isEqualTo(FEED);
    }

    @Test
    void followsTheFeedsOwnWordThatItMovedOnceTheNewPlaceHasItsEpisodes() {
        URI moved = URI.create("https://new.example/feed");
        String told = feed(items(0))
                .replace(
                        "<channel>",
                        "<channel><itunes:new-feed-url xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
                                + moved + "</itunes:new-feed-url>");
        answer = bodyOf(told, Optional.empty());
        refresh(NOON);
        refresh(hours(1));

        assertThat(refresh(hours(24)).show().feed()).isEqualTo(moved);
        assertThat(requests)
                .extracting(FetchRequest::address)
                .containsExactly(FEED.toString(), FEED.toString(), FEED.toString(), moved.toString());
        assertThat(requests.getLast().etag()).isEmpty();
    }

    @Test
    void doesNotReadWhatAPublisherBlocksOrWhatIsMusic() {
        String space = " xmlns:podcast='https://podcastindex.org/namespace/1.0'";
        answer = bodyOf(
                feed(items(0)).replace("<channel>", "<channel><podcast:block" + space + ">yes</podcast:block>"),
                Optional.empty());
        Refreshed blocked = refresh(NOON);
        assertThat(blocked.found()).isEmpty();
        assertThat(blocked.state().trouble().orElseThrow()).contains("publisher asks");

        answer = bodyOf(
                feed(items(0)).replace("<channel>", "<channel><podcast:medium" + space + ">musicL</podcast:medium>"),
                Optional.empty());
        assertThat(refresh(hours(24)).state().trouble().orElseThrow()).contains("musicl");
    }

    @Test
    void ofItemsWithoutDatesThoseAboveWhatIsKnownAreNew() {
        answer = body(undated("Three", "Two"));
        refresh(NOON);

        answer = body(undated("Five", "Four", "Three", "Two", "One", "Zero", "Pilot", "Hello"));

        assertThat(waiting(refresh(hours(2)))).containsExactly("Five", "Four");
    }

    @Test
    void anArchiveWithoutDatesThatWasCutOffAtFirstIsNoNews() {
        answer = body(undated());
        refresh(NOON);

        answer = body(undated("Five", "Four", "Three", "Two", "One"));

        assertThat(waiting(refresh(hours(2)))).containsExactly("Five", "Four", "Three");
    }

    @Test
    void aFeedWithoutDatesMayPutTheNewestLast() {
        answer = body(undated("One", "Two"));
        refresh(NOON);

        answer = body(undated("One", "Two", "Three"));

        assertThat(waiting(refresh(hours(2)))).containsExactly("Three");
    }

    private static String undated(String... titles) {
        return Stream.of(titles).map(title -> item(title, Optional.empty(), "")).collect(Collectors.joining());
    }

    private static Instant hours(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    @Test
    void stopsAskingForAFeedThatIsGone() {
        answer = new Fetched.Refused(Fetched.Reason.GONE, "it is gone");

        Refreshed refreshed = refresh(NOON);

        assertThat(refreshed.state().nextRead()).isEqualTo(FeedState.NEVER);
        assertThat(refreshed.state().trouble()).contains("it is gone");
    }

    @Test
    void aFeedThatIsTriedAgainByHandIsAskedConditionallyAndWaitsForItsHostAllTheSame() {
        answer = body(items(1));
        refresh(NOON);
        state = state.askedAt(FeedState.NEVER).askedAt(NOON.plusSeconds(60));

        answer = new Fetched.Throttled(Duration.ofMinutes(10), false);
        refresh(NOON.plusSeconds(60));

        assertThat(requests.getLast().etag()).contains("\"v1\"");
        assertThat(state.isStopped()).isFalse();
        assertThat(state.nextRead()).isAfterOrEqualTo(NOON.plusSeconds(660));
        assertThat(state.etag()).contains("\"v1\"");
    }

    @Test
    void readsAnOlderPageAndSkipsWhatIsThere() {
        answer = body(link("next", "/feed.xml?page=2") + items(1));
        assertThat(refresh(NOON).older()).contains(URI.create("https://harbour.example/feed.xml?page=2"));

        answer = body(link("next", "https://harbour.example/feed.xml?page=3") + items(1, 50, 60));
        var read =
                (FeedPage.Read) refresher.page(show, URI.create("https://harbour.example/feed.xml?page=2"), keys, NOON);

        assertThat(requests.getLast().address()).isEqualTo("https://harbour.example/feed.xml?page=2");
        assertThat(requests.getLast().isConditional()).isFalse();
        assertThat(read.found())
                .extracting(found -> found.episode().title(), found -> found.waits())
                .containsExactly(tuple("Day 50", false), tuple("Day 60", false));
        assertThat(read.further()).contains(URI.create("https://harbour.example/feed.xml?page=3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/feed.xml?page=2",
                "http://harbour.example/feed.xml?page=2",
                "https://harbour.example/feed.xml",
                "file:///etc/passwd"
            })
    void followsNoOlderPageToAnotherHostNorToItselfNorInTheOpen(String page) {
        answer = body(link("prev-archive", page) + items(1));

        assertThat(refresh(NOON).older()).isEmpty();
    }

    @Test
    void anOlderPageThatCannotBeHadMayComeLaterOrNever() {
        URI page = URI.create("https://harbour.example/feed.xml?page=2");

        answer = new Fetched.Throttled(Duration.ofHours(2));
        assertThat(refresher.page(show, page, keys, NOON)).isEqualTo(new FeedPage.Later(Duration.ofHours(2)));
        answer = new Fetched.Refused(Fetched.Reason.SERVER_ERROR, "It has trouble.");
        assertThat(refresher.page(show, page, keys, NOON)).isEqualTo(new FeedPage.Later(Duration.ZERO));
        answer = new Fetched.Refused(Fetched.Reason.NOT_FOUND, "It is not there.");
        assertThat(refresher.page(show, page, keys, NOON)).isEqualTo(new FeedPage.Lost());
    }

    private static String link(String relation, String page) {
        return "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='%s' href='%s'/>".formatted(relation, page);
    }

    /** Reads once and remembers, as the pipeline does. */
    private Refreshed refresh(Instant now) {
        Refreshed refreshed =
                refresher.refresh(show, state, keys, state.lastRead().isEmpty(), now);
        state = refreshed.state();
        show = refreshed.show();
        refreshed
                .found()
                .forEach(found -> found.keys()
                        .forEach(key -> keys.put(key, found.episode().id())));
        return refreshed;
    }

    private static List<String> waiting(Refreshed refreshed) {
        return refreshed.found().stream()
                .filter(Found::waits)
                .map(Found::episode)
                .map(Episode::title)
                .toList();
    }

    private static String items(int... daysAgo) {
        StringBuilder items = new StringBuilder();
        for (int days : daysAgo) {
            items.append(item(
                    "Day " + days, Optional.of(NOON.minus(Duration.ofDays(days)).minusSeconds(60)), ""));
        }
        return items.toString();
    }

    private static String item(String title, Optional<Instant> date, String more) {
        String pubDate = date.map(moment -> "<pubDate>%s</pubDate>"
                        .formatted(DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC))))
                .orElse("");
        return "<item><title>%s</title><guid>g %s</guid>%s%s</item>".formatted(title, title, pubDate, more);
    }

    private static Fetched body(String items) {
        return bodyOf(feed(items), Optional.empty());
    }

    private static String feed(String items) {
        return "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
                + " xmlns:podcast='https://podcastindex.org/namespace/1.0'><channel><title>Harbour Talk</title>"
                + items + "</channel></rss>";
    }

    private static Fetched bodyOf(String text, Optional<URI> movedTo) {
        return new Fetched.Body(
                FEED,
                text.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/xml"),
                Optional.of("\"v1\""),
                Optional.empty(),
                movedTo,
                Duration.ZERO);
    }
}
