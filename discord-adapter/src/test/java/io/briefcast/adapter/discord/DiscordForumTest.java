package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordForumTest {
    private static final DeliveryKey KEY = new DeliveryKey("s1", LocalDate.of(2026, 6, 10));
    private static final String FORUM = FakeServer.ID + "/forum/" + FakeServer.FORUM;
    private static final Message BRIEF = new Message(
            "Your brief for Wednesday",
            List.of(
                    new Block.Heading("Your brief"),
                    Cards.card(1, "Renting compute costs more", "", "Quote one", "The Rack"),
                    Cards.card(2, "Chips are scarce", "", "Quote two"),
                    new Block.Buttons(List.of(Action.press("pause:x", "Pause")))));

    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));
    private final FakeDiscord discord = new FakeDiscord(clock);
    private final DiscordConnection connection = Connections.ready(discord, List.of());

    @AfterEach
    void close() {
        connection.close();
        discord.close();
    }

    @Test
    void getsOnePostADayWithTheTagsThatFit() throws DeliveryException {
        Receipt receipt = platform(ForumPosts.DAILY).post(FORUM, KEY, BRIEF);

        DataObject thread = discord.threads().getFirst();
        assertThat(discord.threads()).hasSize(1);
        assertThat(receipt.messageId()).startsWith(thread.getString("id"));
        assertThat(thread.getString("name")).isEqualTo("Your brief for Wednesday");
        assertThat(thread.getArray("applied_tags").toString()).isEqualTo("[\"701\",\"702\"]");
    }

    @Test
    void getsAPostForEveryInsightTheFirstOnTop() throws DeliveryException {
        platform(ForumPosts.INSIGHTS).post(FORUM, KEY, BRIEF);

        assertThat(discord.threads())
                .extracting(thread -> thread.getString("name"))
                .containsExactly("Chips are scarce", "Renting compute costs more");
        assertThat(discord.posted().toString()).containsOnlyOnce("pause:x");
    }

    @Test
    void isFoundAgainByItsKeyEvenWhenItIsArchived() throws DeliveryException {
        DiscordPlatform platform = platform(ForumPosts.INSIGHTS);
        Receipt receipt = platform.post(FORUM, KEY, BRIEF);

        assertThat(platform.find(FORUM, KEY)).contains(receipt);
        discord.archiveThreads();
        assertThat(platform.find(FORUM, KEY)).contains(receipt);
        assertThat(platform.find(FORUM, new DeliveryKey("s2", KEY.day()))).isEmpty();
    }

    @Test
    void getsOnlyWhatIsMissingAfterABreakInTheMiddle() throws DeliveryException {
        for (ForumPosts wanted : ForumPosts.values()) {
            DeliveryKey key = new DeliveryKey(wanted.name(), KEY.day());
            DiscordPlatform platform = platform(wanted);
            int before = discord.threads().size();
            // The first fault strikes the look, the second the first post, which is made all the same.
            discord.misbehave(new Fault.Status(500, 0, Map.of()));
            assertThat(failure(platform, key).remedy()).isEqualTo(Remedy.LOOK);
            discord.misbehave(new Fault.Pass());
            discord.misbehave(new Fault.AcceptThenDrop());
            assertThat(failure(platform, key).remedy()).isEqualTo(Remedy.LOOK);

            platform.post(FORUM, key, BRIEF);

            assertThat(discord.threads()).hasSize(before + (wanted == ForumPosts.DAILY ? 1 : 2));
        }
    }

    @Test
    void getsAPostOnceWhenDiscordMadeItAndAGatewayGaveUp() throws DeliveryException {
        DiscordPlatform platform = platform(ForumPosts.DAILY);
        discord.atNextPost(new Fault.AcceptThenStatus(504));

        assertThat(failure(platform, KEY).remedy()).isEqualTo(Remedy.LOOK);

        assertThat(discord.threads()).hasSize(1);
        assertThat(platform.find(FORUM, KEY)).isPresent();
    }

    @Test
    void isPostedToThoughSomebodyDeletedAnEarlierPost() throws DeliveryException {
        for (ForumPosts wanted : ForumPosts.values()) {
            DiscordPlatform platform = platform(wanted);
            platform.post(FORUM, new DeliveryKey("yesterday", KEY.day()), BRIEF);
            discord.threads().forEach(thread -> discord.deleteStarter(thread.getString("id")));

            Receipt receipt = platform.post(FORUM, KEY, BRIEF);

            assertThat(platform.find(FORUM, KEY)).contains(receipt);
        }
    }

    @Test
    void readsNoPostsOfOtherBriefsBeforeItPosts() throws DeliveryException {
        DiscordPlatform platform = platform(ForumPosts.INSIGHTS);
        platform.post(FORUM, new DeliveryKey("s2", KEY.day()), BRIEF);
        Message other = new Message("Another", List.of(Cards.card(1, "Models are cheap", "", "Quote")));
        discord.calls().clear();

        platform.post(FORUM, KEY, other);

        assertThat(discord.calls().stream().filter(call -> call.method().equals("GET")))
                .extracting(FakeDiscord.Call::path)
                .noneMatch(path -> path.contains("/messages/"));
    }

    @Test
    void getsAtMostOnePostWhereTheHistoryMayNotBeRead() throws DeliveryException {
        String sealed = FakeServer.ID + "/forum/" + FakeServer.SEALED_FORUM;
        DiscordPlatform platform = platform(ForumPosts.DAILY);

        platform.post(sealed, KEY, BRIEF);

        assertThat(discord.threads()).hasSize(1);
        assertThat(catchThrowableOfType(DeliveryException.class, () -> platform.find(sealed, KEY))
                        .remedy())
                .isEqualTo(Remedy.DROP);
        assertThat(catchThrowableOfType(
                                DeliveryException.class,
                                () -> platform(ForumPosts.INSIGHTS).post(sealed, KEY, BRIEF))
                        .remedy())
                .as("some may be there, and nobody knows which")
                .isEqualTo(Remedy.DROP);
    }

    @Test
    void isNotSwitchedOffWhenItsHistoryIsClosed() {
        discord.closeHistory();

        assertThat(catchThrowableOfType(
                                DeliveryException.class,
                                () -> platform(ForumPosts.DAILY).find(FORUM, KEY))
                        .remedy())
                .isEqualTo(Remedy.DROP);
    }

    @Test
    void getsNoPostSoLateThatAnotherInstanceMayBePostingAlready() throws DeliveryException {
        DiscordPlatform platform = platform(ForumPosts.INSIGHTS);
        discord.atNextPost(new Fault.Meanwhile(() -> clock.advance(Platforms.LEASE.dividedBy(3))));
        discord.misbehave(new Fault.Pass());

        DeliveryException failure = failure(platform, KEY);

        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(discord.threads()).hasSize(1);
        platform.post(FORUM, KEY, BRIEF);
        assertThat(discord.threads()).hasSize(2);
    }

    @Test
    void everybodyWhoAsksInOneOfItsPostsMeansIt() {
        try (Conversation talk = new Conversation(
                List.of(Talk.command(
                        "briefcast schedule",
                        true,
                        List.of(Talk.AT),
                        request ->
                                request.place().name() + " " + request.place().address())),
                List.of())) {
            DataObject asked = FakeInteractions.in(
                    FakeServer.FORUM_POST,
                    FakeInteractions.slash("briefcast schedule", FakeInteractions.option("at", "9")));

            assertThat(talk.does(asked).getFirst().words()).contains("#ideas " + FORUM);
        }
    }

    @Test
    void getsNoTagThatIsOnlyInsideAWord() {
        DataObject forum = FakeServer.channel(FakeServer.FORUM);
        assertThat(Stream.of("Computers are cheap", "A rack", "The Rack, again")
                        .map(words -> ForumTags.fitting(forum, new Message("", List.of(Cards.card(1, words, "", ""))))))
                .containsExactly(List.of(), List.of(), List.of("702"));
        assertThat(ForumTags.fitting(forum.put("flags", 1 << 4), Talk.said("Nothing new")))
                .containsExactly("701");
    }

    private static DeliveryException failure(DiscordPlatform platform, DeliveryKey key) {
        return catchThrowableOfType(DeliveryException.class, () -> platform.post(FORUM, key, BRIEF));
    }

    private DiscordPlatform platform(ForumPosts wanted) {
        return Platforms.of(connection, clock, wanted);
    }
}
