package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

/** In a channel of a server. */
class DiscordPlatformTest extends DiscordPlatformContract {
    private static final DeliveryKey KEY = new DeliveryKey("s1", LocalDate.of(2026, 6, 10));
    private static final String PLACE = FakeServer.ID + "/" + FakeServer.BRIEFS;
    private static final String CONVERSATION = "@me/" + FakeServer.CONVERSATION;
    private static final String SEALED = FakeServer.ID + "/" + FakeServer.SEALED;
    private static final Message MESSAGE =
            new Message("Brief", List.of(new Block.Heading("Your brief"), Cards.card(1, "Claim", "", "Quote")));

    DiscordPlatformTest() {
        super(PLACE, FakeServer.BRIEFS);
    }

    @Test
    void neitherUnfoldsLinksNorMentionsAnybodyAndPostsOnceUnderItsNonce() throws DeliveryException {
        platform.post(PLACE, KEY, MESSAGE);

        DataObject body = DataObject.fromJson(discord.posts().getFirst().body());
        assertThat(body.getObject("allowed_mentions").getArray("parse").isEmpty())
                .isTrue();
        assertThat(body.getInt("flags")).isEqualTo((1 << 15) | (1 << 2));
        assertThat(body.getString("nonce")).isEqualTo(KEY.token());
        assertThat(body.getBoolean("enforce_nonce")).isTrue();
    }

    @Test
    void postsOnceWhenItIsRepeatedWithinTheWindowOfTheNonce() throws DeliveryException {
        Receipt first = platform.post(PLACE, KEY, MESSAGE);

        assertThat(platform.post(PLACE, KEY, MESSAGE)).isEqualTo(first);
        assertThat(discord.posted()).hasSize(1);
    }

    @Test
    void postsWithoutPicturesWhenDiscordCannotLoadOne() throws DeliveryException {
        discord.refuseImages();

        platform.post(PLACE, KEY, MESSAGE);

        assertThat(discord.posted()).hasSize(1);
    }

    @Test
    void spacesDirectMessagesBySecondsByItself() throws DeliveryException {
        for (int i = 0; i < 5; i++) {
            platform.post(CONVERSATION, new DeliveryKey("s" + i, KEY.day()), MESSAGE);
        }

        assertThat(discord.posted()).hasSize(5);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void sendsNothingMoreToAChannelThatAskedForAPause() {
        discord.misbehave(new Fault.Status(429, 0, Map.of("Retry-After", "90")));
        failure(PLACE);

        DeliveryException failure = failure(PLACE);

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(discord.posts()).hasSize(1);
    }

    @Test
    void looksNoFasterThanItPosts() throws DeliveryException {
        for (int i = 0; i < 36; i++) {
            platform.find(PLACE, KEY);
        }

        assertThat(clock.instant()).isAfterOrEqualTo(NOON.plusSeconds(1)).isBefore(NOON.plusSeconds(2));
    }

    @Test
    void asksDiscordNothingMoreAfterItRefusedTheToken() {
        discord.misbehave(new Fault.Status(401, 0, Map.of()));
        failure(PLACE);

        DeliveryException failure = failure(CONVERSATION);

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(discord.posts()).hasSize(1);
    }

    @Test
    void asksDiscordNothingMoreAfterALookWasRefused() {
        discord.misbehave(new Fault.Status(401, 0, Map.of()));
        assertThatThrownBy(() -> platform.find(PLACE, KEY)).isInstanceOf(DeliveryException.class);

        assertThat(failure(PLACE).retryAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(discord.posts()).isEmpty();
    }

    @Test
    void asksDiscordNothingMoreAfterTheSecondTryWasRefused() {
        discord.misbehave(new Fault.Status(400, 50035, Map.of()));
        discord.misbehave(new Fault.Status(401, 0, Map.of()));
        failure(PLACE);

        assertThat(failure(CONVERSATION).retryAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(discord.posts()).hasSize(2);
    }

    @Test
    void pausesAloneTheChannelThatAskedForTenMinutes() throws DeliveryException {
        discord.misbehave(new Fault.Status(429, 0, Map.of("Retry-After", "600")));
        failure(PLACE);

        platform.post(CONVERSATION, KEY, MESSAGE);

        assertThat(discord.posted()).hasSize(1);
    }

    @Test
    void switchesNobodyOffForThePageOfAProxy() {
        discord.misbehave(new Fault.Page(403));

        assertThat(failure(PLACE).remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failure(CONVERSATION).retryAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(discord.posts()).hasSize(1);
    }

    @Test
    void opensNoMoreConversationsWhenThatWasTooFastAndGoesOnInThoseThatAreOpen() throws DeliveryException {
        discord.misbehave(new Fault.Status(400, 40003, Map.of()));
        failure(FakeServer.ADA);

        DeliveryException failure = failure(FakeServer.BOB);
        platform.post(CONVERSATION, KEY, MESSAGE);

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(discord.calls().stream().filter(call -> call.is("POST", "/users/@me/channels")))
                .hasSize(1);
        assertThat(discord.posted()).hasSize(1);
    }

    @Test
    void switchesOffWhereDirectMessagesAreClosed() {
        discord.closeConversations();

        DeliveryException failure = failure(CONVERSATION);

        assertThat(failure.remedy()).isEqualTo(Remedy.DISABLE);
        assertThat(failure).hasMessageContaining("takes no direct messages");
        assertThat(discord.posts()).hasSize(1);
    }

    @Test
    void findsAPostInABusyChannelPageByPage() throws DeliveryException {
        Receipt receipt = platform.post(PLACE, KEY, MESSAGE);
        discord.chatter(FakeServer.BRIEFS, 250);

        assertThat(platform.find(PLACE, KEY)).contains(receipt);
    }

    @Test
    void readsNoFurtherBackThanThePostCanBeThatIsLookedFor() throws DeliveryException {
        discord.chatter(FakeServer.BRIEFS, 250);
        clock.advance(Duration.ofHours(1));
        discord.calls().clear();

        assertThat(platform.find(PLACE, KEY, clock.instant())).isEmpty();

        assertThat(discord.calls().stream().filter(call -> call.is("GET", "/messages")))
                .hasSize(1);
    }

    @Test
    void findsAPostThatHasNoButtons() throws DeliveryException {
        Receipt receipt = platform.post(CONVERSATION, KEY, new Message("Nothing new today", List.of()));

        assertThat(platform.find(CONVERSATION, KEY)).contains(receipt);
        assertThat(platform.find(CONVERSATION, new DeliveryKey("s2", KEY.day())))
                .isEmpty();
    }

    @Test
    void sendsAtMostOnceWhereTheHistoryMayNotBeRead() {
        discord.closeHistory();

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> platform.find(PLACE, KEY));

        assertThat(failure.remedy()).isEqualTo(Remedy.DROP);
        assertThat(failure).hasMessageContaining("may not be read");
    }

    @Test
    void takesAnEmptyHistoryThatItMayNotReadForNoProof() throws DeliveryException {
        platform.post(SEALED, KEY, MESSAGE);

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> platform.find(SEALED, KEY));

        assertThat(failure.remedy()).isEqualTo(Remedy.DROP);
        assertThat(failure).hasMessageContaining("may not be read");
        assertThat(platform.find(PLACE, KEY)).isEmpty();
    }

    @Test
    void switchesOffWhenTheChannelIsFoundToBeGone() {
        String gone = FakeServer.ID + "/" + FakeServer.QUIET;

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> platform.find(gone, KEY));

        assertThat(failure.remedy()).isEqualTo(Remedy.DISABLE);
        assertThat(discord.posted()).singleElement().asString().contains("quiet is switched off");
    }

    @Test
    void looksLaterInAnEmptyChannelThatDiscordHasNotToldOfYet() {
        discord.addChannel("200000000000000099");
        String untold = FakeServer.ID + "/200000000000000099";

        DeliveryException failure = catchThrowableOfType(DeliveryException.class, () -> platform.find(untold, KEY));

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
    }

    @Test
    void looksWhenAnAnswerCannotBeRead() throws DeliveryException {
        discord.atNextPost(new Fault.AcceptThenStatus(200));

        assertThat(failure(PLACE).remedy()).isEqualTo(Remedy.LOOK);
        assertThat(platform.find(PLACE, KEY)).isPresent();
    }

    @Test
    void retriesBeforeItIsConnected() {
        DiscordPlatform early = Platforms.daily(Connections.fresh(discord), clock);

        DeliveryException failure =
                catchThrowableOfType(DeliveryException.class, () -> early.post(PLACE, KEY, MESSAGE));

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(early.trouble()).contains("0 of 1 connections are up");
        assertThat(platform.trouble()).isEmpty();
    }

    @Test
    void tellsTheServerThatTheBriefOfAChannelIsSwitchedOff() {
        assertThat(failure(FakeServer.ID + "/" + FakeServer.QUIET).remedy()).isEqualTo(Remedy.DISABLE);

        assertThat(discord.posted())
                .singleElement()
                .asString()
                .contains("quiet is switched off", "\"channel_id\":\"" + FakeServer.BRIEFS);
    }

    @Test
    void tellsNothingWhereTheServerHasNoOtherPlaceForIt() {
        discord.removeChannel(FakeServer.BRIEFS);

        assertThat(failure(PLACE).remedy()).isEqualTo(Remedy.DISABLE);

        assertThat(discord.posts()).hasSize(1);
    }

    @Test
    void switchesOffWhatIsNoAddress() {
        assertThat(failure("somewhere").remedy()).isEqualTo(Remedy.DISABLE);
        assertThat(discord.posts()).isEmpty();
    }

    private DeliveryException failure(String place) {
        return catchThrowableOfType(DeliveryException.class, () -> platform.post(place, KEY, MESSAGE));
    }
}
