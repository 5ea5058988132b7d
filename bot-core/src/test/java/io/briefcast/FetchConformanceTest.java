package io.briefcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a polite reader of feeds does, by number, with the tests that hold Briefcast to it. */
class FetchConformanceTest {
    private static final String BEHAVIOURS = """
            1 the ETag comes back byte for byte: http.ApacheHttpFetcherTest#sendsValidatorsBackByteForByte
            2 Last-Modified, too, even if it is no date: http.ApacheHttpFetcherTest#sendsValidatorsBackByteForByte
            3 both when both were given: http.ApacheHttpFetcherTest#sendsValidatorsBackByteForByte
            4 neither is invented: http.ApacheHttpFetcherTest#asksPolitely
            5 a new body without validators clears them: feed.FeedRefresherTest#forgetsTheValidatorsWhenANewBodyBringsNone
            6 those of a 304 replace the old: feed.RefreshPolicyTest#keepsOldValidatorsUnlessNewOnesAreGiven
            7 stored once the items are: pipeline.PipelineFeedsTest#remembersTheValidatorsOnlyOnceTheItemsAreStored
            8 kept, and for the address that issued them: http.ApacheHttpFetcherTest#sendsValidatorsOnlyToTheAddressThatIssuedThem
            8 over a restart: store.ShowsContract#remembersTheStateOfItsFeed
            9 dropped with the parser's version: feed.FeedRefresherTest#doesNotUseTheValidatorsOfABodyThatAnotherVersionOfTheParserRead
            10 only what is unpacked is offered: http.ApacheHttpFetcherTest#unpacksWhatIsPackedTwiceAndNothingThatWasNotOffered
            11 a name with version and contact: http.ApacheHttpFetcherTest#asksPolitely
            12 no cookie, referrer, fragment, no-cache: http.ApacheHttpFetcherTest#asksWithGetOnceAndLeavesOutWhatIsForBrowsersOnly
            13 one GET a reading: http.ApacheHttpFetcherTest#asksWithGetOnceAndLeavesOutWhatIsForBrowsersOnly
            14 one request when a show is added: feed.LookedAtTest#aShowThatIsLookedAtAndFollowedIsAskedOnce
            15 and one for all who follow it: pipeline.PipelineFeedsTest#followingTwiceIsHarmless
            16 not before max-age less Age: http.ApacheHttpFetcherTest#knowsHowLongAnAnswerStaysFresh
            17 Expires by the server's Date: http.ApacheHttpFetcherTest#knowsHowLongAnAnswerStaysFresh
            18 max-age before Expires: http.ApacheHttpFetcherTest#knowsHowLongAnAnswerStaysFresh
            19 no-cache shortens nothing below the floor: feed.RefreshPolicyTest#waitsTheIntervalAfterAReading
            20 on refusals, too: http.ApacheHttpFetcherTest#waitsAsLongAsACacheMayKeepARefusal
            21 ttl, skipHours, skipDays: feed.RefreshPolicyTest#asksNoSoonerThanTheFeedSaysEvenAfterAnswersWithoutABody
            21 in the show's rhythm, too: feed.RefreshPolicyTest#looksForAnEpisodeInItsRhythmButNeverInHoursThatTheFeedSkips
            22 a wish beats the ceiling: feed.RefreshPolicyTest#waitsAsLongAsTheServerWishesEvenBeyondTheLongestInterval
            23 Retry-After in seconds: http.ApacheHttpFetcherTest#waitsAsLongAsTheServerAsks
            24 and as a date: http.ApacheHttpFetcherTest#waitsAsLongAsTheServerAsks
            25 nonsense is clamped: http.ApacheHttpFetcherTest#waitsAsLongAsTheServerAsks
            26 on 429 and 503: http.ApacheHttpFetcherTest#waitsAsLongAsTheServerAsks
            27 for all hosts of the owner: http.QuietHostsTest#keepsQuietTowardsAllHostsOfOneOwner
            27 a 403 that names a time, too: http.QuietHostsTest#takesARefusalThatNamesATimeForTheWholeHost
            27 not forever: http.QuietHostsTest#isNotSilencedForeverByOneAnswer
            28 longer with each failure: feed.RefreshPolicyTest#waitsLongerWithEachFailureUpToTheLongestInterval
            29 a restart asks nobody early: pipeline.PipelineFeedsTest#restartsAskNoFeedBeforeItsTime
            30 a backlog comes a host's gap apart: http.HostGatesTest#startsRequestsToAHostAGapApart
            30 and not at once: feed.RefreshPolicyTest#spreadsFeedsWhoseTimeWentByInALongAbsence
            30 at the start: pipeline.PipelineFeedsTest#afterADayOfStandstillFeedsAreAskedOneByOne
            31 one at a time to a host: http.HostGatesTest#letsOneRequestAtATimeThroughToAHost
            32 each feed at its own offset: feed.RefreshPolicyTest#spreadsFeedsThatWereReadTogether
            33 trying again by hand is limited: pipeline.PipelineFeedsTest#aFeedThatStopsIsToldOfOnceInTheNextBriefAndTriedAgainAtAPress
            33 and conditional, and waits as its host wishes: feed.FeedRefresherTest#aFeedThatIsTriedAgainByHandIsAskedConditionallyAndWaitsForItsHostAllTheSame
            34 moves are believed after a day: feed.FeedRefresherTest#believesAMoveAfterThreeReadingsInADay
            34 only permanent ones: http.ApacheHttpFetcherTest#followsRedirectsAndAdoptsOnlyPermanentOnes
            35 five redirects: http.ApacheHttpFetcherTest#followsAtMostFiveRedirects
            35 none to http: http.SecureRedirectsTest#doesNotFollowARedirectIntoTheOpenAndAsksNobodyThere
            35 keys stay at the first: http.ApacheHttpFetcherTest#sendsAKeyToTheFirstAddressOnly
            36 gone is gone: feed.RefreshPolicyTest#neverAsksAgainForAFeedThatIsGone
            36 a missing one daily, for a month: feed.RefreshPolicyTest#givesAFeedUpThatFailedForAMonthAndSaysSo
            37 an odd answer keeps what is known: feed.FeedRefresherTest#keepsTheValidatorsOfTheFeedWhileAPageStandsInItsPlace
            37 and a 304 nobody asked for: http.ApacheHttpFetcherTest#doesNotBelieveThatNothingChangedWhereNothingWasKnown
            38 the same items are no news: pipeline.PipelineReadingTest#anEpisodeIsReadOnceHoweverOftenItsFeedIsRead
            39 a cap on what is unpacked: http.ApacheHttpFetcherTest#stopsABombWhileItUnpacks
            39 and on what is packed: http.ApacheHttpFetcherTest#countsPackedBytesThatUnpackToNothing
            40 new guids are no new episodes: feed.EpisodeIdentityTest#knowsAnEpisodeWhoseGuidChanged
            41 the first reading sweeps no archive: feed.FeedRefresherTest#readsOfANewShowAtLeastTheNewestFew
            42 missing and future dates: feed.FeedRefresherTest#datesAnItemWithoutDateOrFromTheFutureByWhenItWasFirstSeen
            """;

    @Test
    void everyBehaviourHasItsTest() {
        assertThat(BEHAVIOURS
                        .lines()
                        .map(line -> Integer.valueOf(line.split(" ", 2)[0]))
                        .distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 42).boxed().toList());
        assertThat(BEHAVIOURS
                        .lines()
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .toList())
                .allSatisfy(FetchConformanceTest::exists);
    }

    private static void exists(String test) throws ClassNotFoundException {
        List<String> names = List.of(test.split("#", 2));
        assertThat(Class.forName("io.briefcast." + names.getFirst()).getDeclaredMethods())
                .as(test)
                .anyMatch(method -> method.getName().equals(names.getLast())
                        && Arrays.stream(method.getAnnotations())
                                .anyMatch(
                                        mark -> mark.annotationType().getName().startsWith("org.junit.")));
    }
}
