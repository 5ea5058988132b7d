package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.briefcast.Secret;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.ChatPlatformContract;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackPlatformTest extends ChatPlatformContract {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final DeliveryKey KEY = new DeliveryKey("s1", LocalDate.of(2026, 6, 10));
    private static final String PLACE = "T0TEAM/C0BRIEFS";
    private static final Message MESSAGE =
            new Message("Brief", List.of(new Block.Heading("Your brief"), Cards.card(1, "Claim", "", "Quote")));

    private final TestClock clock = new TestClock(NOON);
    private final FakeSlack slack = new FakeSlack(clock);
    private final SlackPlatform platform = platform(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        slack.close();
    }

    @Override
    protected ChatPlatform platform() {
        return platform;
    }

    @Override
    protected String address() {
        return PLACE;
    }

    @Override
    protected void arrange(Trouble trouble) {
        switch (trouble) {
            case TOO_MANY -> slack.misbehave(new Fault.Status(429, Map.of("Retry-After", "7")));
            case GONE -> slack.removeChannel("C0BRIEFS");
            case UNFIT -> {
                slack.misbehave(new Fault.Refusal("msg_blocks_too_long"));
                slack.misbehave(new Fault.Refusal("msg_blocks_too_long"));
            }
            case TOKEN_REFUSED -> slack.misbehave(new Fault.Refusal("invalid_auth"));
            case BROKEN -> slack.misbehave(new Fault.Status(503, Map.of()));
            case LOST_ANSWER -> slack.misbehave(new Fault.AcceptThenDrop());
        }
    }

    @Override
    protected void relieve() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Override
    protected int posts() {
        return slack.posted().size();
    }

    @Override
    protected String secret() {
        return FakeSlack.TOKEN;
    }

    @Test
    void neitherUnfoldsLinksNorMentionsAnybody() throws DeliveryException {
        platform.post(PLACE, KEY, MESSAGE);

        assertThat(slack.calls("chat.postMessage").getFirst().arguments())
                .containsEntry("unfurl_links", "0")
                .containsEntry("unfurl_media", "0")
                .containsEntry("link_names", "0");
    }

    @Test
    void postsInChannelsTheClaimAndAButtonForTheRest() throws DeliveryException {
        platform.post(PLACE, KEY, MESSAGE);

        assertThat(slack.posted().getFirst().arguments().get("blocks"))
                .contains("*1. Claim*", "_Held-Out Set_", "\"action_id\":\"open:4f0c\"", "More like this", "Listen")
                .doesNotContain("Quote", "Why: ", "\"Related\"", "\"accessory\"");
    }

    @Test
    void writesToAPersonAllOfIt() throws DeliveryException {
        platform.post("T0TEAM/U0ADA", KEY, MESSAGE);

        assertThat(slack.posted().getFirst().arguments().get("blocks"))
                .contains("*1. Claim*", "Quote", "Why: ", "\"Related\"")
                .doesNotContain("Details");
    }

    @Test
    void asksNothingBeforeItPosts() throws DeliveryException {
        platform.post(PLACE, KEY, MESSAGE);

        assertThat(slack.calls()).extracting(FakeSlack.Call::method).containsExactly("chat.postMessage");
    }

    @Test
    void postsWithoutPicturesWhenSlackCannotLoadOne() throws DeliveryException {
        slack.refuseImages();

        platform.post(PLACE, KEY, MESSAGE);

        assertThat(slack.posted()).hasSize(1);
        assertThat(slack.posted().getFirst().arguments().get("blocks")).doesNotContain("image_url");
    }

    @Test
    void spacesThePostsOfAChannelBySecondsByItself() throws DeliveryException {
        for (int i = 0; i < 5; i++) {
            platform.post(PLACE, new DeliveryKey("s" + i, KEY.day()), MESSAGE);
        }

        assertThat(slack.posted()).hasSize(5);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void sendsNothingMoreToAChannelThatAskedForAPause() {
        slack.misbehave(new Fault.Status(429, Map.of("Retry-After", "90")));
        failure();

        DeliveryException failure = failure();

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(slack.calls()).hasSize(1);
    }

    @Test
    void findsAPostInABusyChannelPageByPage() throws DeliveryException {
        slack.pagesOf(15);
        Receipt receipt = platform.post(PLACE, KEY, MESSAGE);
        slack.chatter("C0BRIEFS", 100);

        assertThat(platform.find(PLACE, KEY)).contains(receipt);
    }

    @Test
    void findsADirectMessageInItsConversation() throws DeliveryException {
        Receipt receipt = platform.post("T0TEAM/U0ADA", KEY, MESSAGE);

        assertThat(platform.find("T0TEAM/U0ADA", KEY)).contains(receipt);
    }

    @Test
    void needsOneLookWhereSlackGivesOnlyOneAMinute() throws DeliveryException {
        slack.limitHistory();
        slack.chatter("C0BRIEFS", 300);
        clock.advance(Duration.ofHours(1));
        Receipt receipt = platform.post(PLACE, KEY, MESSAGE);
        slack.chatter("C0BRIEFS", 10);

        assertThat(platform.find(PLACE, KEY, clock.instant())).contains(receipt);
        assertThat(slack.calls("conversations.history")).hasSize(1);
    }

    @Test
    void knowsNothingOfAPostBehindMoreThanSlackGivesOfAHistory() throws DeliveryException {
        slack.limitHistory();
        platform.post(PLACE, KEY, MESSAGE);
        slack.chatter("C0BRIEFS", 40);

        DeliveryException failure =
                catchThrowableOfType(DeliveryException.class, () -> platform.find(PLACE, KEY, clock.instant()));

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void sendsAtMostOnceWhereItIsNoMember() throws DeliveryException {
        slack.leave("C0BRIEFS");
        platform.post(PLACE, KEY, MESSAGE);

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> platform.find(PLACE, KEY));

        assertThat(failure.remedy()).isEqualTo(Remedy.DROP);
    }

    @Test
    void sendsAtMostOnceWhereTheHistoryMayNotBeRead() {
        slack.takeScope("channels:history");

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> platform.find(PLACE, KEY));

        assertThat(failure.remedy()).isEqualTo(Remedy.DROP);
        assertThat(failure).hasMessageContaining("may not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_expired", "ekm_access_denied"})
    void looksAgainWhenOnlyTheTokenIsRefusedDuringALook(String error) {
        slack.misbehave(new Fault.Refusal(error));

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> platform.find(PLACE, KEY));

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void readsNoMoreOfAHistoryThanThePostCanBeIn() throws DeliveryException {
        slack.chatter("C0BRIEFS", 300);
        clock.advance(Duration.ofHours(1));
        Receipt receipt = platform.post(PLACE, KEY, MESSAGE);

        assertThat(platform.find(PLACE, KEY, clock.instant())).contains(receipt);
        assertThat(platform.find(PLACE, new DeliveryKey("s2", KEY.day()), clock.instant()))
                .isEmpty();
        assertThat(slack.calls("conversations.history")).hasSize(2);
    }

    @Test
    void beginsNoSecondPostWhenAnotherInstanceMaySoonLook() {
        slack.refuseImages();

        DeliveryException failure = catchThrowableOfType(
                DeliveryException.class, () -> platform(Duration.ofSeconds(3)).post(PLACE, KEY, MESSAGE));

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(slack.posted()).isEmpty();
    }

    private SlackPlatform platform(Duration lease) {
        return new SlackPlatform(
                SlackClient.of(slack.api()), new KeptWorkspace(), new SlackTurns(clock, clock), lease, clock);
    }

    @Test
    void looksWhenAnAnswerCannotBeRead() {
        slack.misbehave(new Fault.Garbage());

        assertThat(failure().remedy()).isEqualTo(Remedy.LOOK);
        assertThat(slack.posted()).hasSize(1);
    }

    @Test
    void postsAtMostOnceWhenConnectionsDieAfterTheRequest() throws DeliveryException {
        platform.post(PLACE, new DeliveryKey("warm", KEY.day()), MESSAGE);
        slack.misbehave(new Fault.AcceptThenDrop());

        assertThat(failure().remedy()).isEqualTo(Remedy.LOOK);

        assertThat(slack.posted()).hasSize(2);
    }

    @Test
    void retriesWhenNobodyListens() {
        slack.close();

        assertThat(failure().remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void switchesOffWhereItIsNotInstalled() {
        DeliveryException failure =
                catchThrowableOfType(DeliveryException.class, () -> platform.post("T0OTHER/C0BRIEFS", KEY, MESSAGE));

        assertThat(failure.remedy()).isEqualTo(Remedy.DISABLE);
        assertThat(slack.calls()).isEmpty();
    }

    private DeliveryException failure() {
        return catchThrowableOfType(DeliveryException.class, () -> platform.post(PLACE, KEY, MESSAGE));
    }

    @Test
    void tellsWhoeverInstalledItThatAChannelIsSwitchedOff() {
        slack.removeChannel("C0BRIEFS");

        assertThatThrownBy(() -> platform.post(PLACE, KEY, MESSAGE)).isInstanceOf(DeliveryException.class);

        assertThat(slack.posted()).hasSize(1);
        assertThat(slack.posted().getFirst().channel()).isEqualTo("D0ADA");
        assertThat(slack.posted().getFirst().arguments().get("text"))
                .contains("<#C0BRIEFS> is switched off", "channel_not_found", "/briefcast schedule");
    }

    @Test
    void tellsNobodyAboutSomebodysOwnBrief() {
        slack.misbehave(new Fault.Refusal("user_disabled"));

        assertThatThrownBy(() -> platform.post("T0TEAM/U0GONE", KEY, MESSAGE))
                .isInstanceOfSatisfying(
                        DeliveryException.class,
                        failure -> assertThat(failure.remedy()).isEqualTo(Remedy.DISABLE));

        assertThat(slack.posted()).isEmpty();
    }

    @Test
    void saysThatAChannelIsGoneEvenWhenNobodyCanBeTold() {
        slack.removeChannel("C0BRIEFS");
        slack.misbehave(new Fault.Refusal("channel_not_found"));
        slack.misbehave(new Fault.Status(503, Map.of()));

        assertThatThrownBy(() -> platform.post(PLACE, KEY, MESSAGE)).hasMessageContaining("channel_not_found");
    }

    /** The one workspace of the fake, looked after by Ada. */
    static final class KeptWorkspace implements Workspaces {
        @Override
        public Optional<Workspace> find(String team) {
            return Optional.of(new Workspace(team, new Secret(FakeSlack.TOKEN), Optional.of(FakeSlack.BOT)))
                    .filter(workspace -> team.equals(FakeSlack.TEAM));
        }

        @Override
        public List<String> keepers(String team) {
            return List.of("U0ADA");
        }
    }
}
