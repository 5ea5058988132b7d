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
import java.time.Duration;
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
    void readsEachOfHundredsOfPostsUnderTheSameTitleAtMostOnce() throws DeliveryException {
        DataObject earlier = posted("earlier");
        discord.threadsLike(earlier, FakeServer.BOB, 300);
        discord.threadsLike(earlier, FakeServer.BOT, 149);
        DiscordPlatform restarted = platform(ForumPosts.DAILY);

        assertThat(reads(() -> restarted.post(FORUM, new DeliveryKey("s2", KEY.day()), BRIEF)))
                .as("those of the bot")
                .isEqualTo(150);
        assertThat(reads(() -> restarted.post(FORUM, new DeliveryKey("s3", KEY.day()), BRIEF)))
                .as("the one that is new")
                .isEqualTo(1);
        assertThat(reads(() -> restarted.find(FORUM, new DeliveryKey("s4", KEY.day()))))
                .as("the next one that is new")
                .isEqualTo(1);
    }

    @Test
    void getsItsPostInASecondTryWhereReadingTheOthersTakesTheTimeOfTheFirst() throws DeliveryException {
        discord.threadsLike(posted("earlier"), FakeServer.BOT, 600);
        DiscordPlatform restarted = platform(ForumPosts.DAILY);

        assertThat(failure(restarted, KEY).remedy()).isEqualTo(Remedy.RETRY);
        Receipt receipt = restarted.post(FORUM, KEY, BRIEF);

        assertThat(restarted.find(FORUM, KEY)).contains(receipt);
    }

    @Test
    void readsNoPostsThatAreOlderThanTheOneThatIsLookedFor() throws DeliveryException {
        discord.threadsLike(posted("earlier"), FakeServer.BOT, 99);
        clock.advance(Duration.ofHours(1));
        Instant due = clock.instant();
        Receipt receipt = platform(ForumPosts.DAILY).post(FORUM, KEY, BRIEF);
        DiscordPlatform restarted = platform(ForumPosts.DAILY);

        assertThat(reads(() -> assertThat(restarted.find(FORUM, KEY, due)).contains(receipt)))
                .isEqualTo(1);
    }

    @Test
    void isFoundBehindHundredsThatWereArchivedLaterAndNotLookedForAmongOlderOnes() throws DeliveryException {
        DataObject mine = posted(KEY.subscriptionId());
        discord.threadsLike(mine, FakeServer.BOB, 250);
        discord.archiveThreads();
        DiscordPlatform platform = platform(ForumPosts.DAILY);
        discord.calls().clear();

        assertThat(platform.find(FORUM, KEY))
                .hasValueSatisfying(receipt -> assertThat(receipt.messageId()).startsWith(mine.getString("id")));
        assertThat(archivePages()).isEqualTo(3);

        clock.advance(Duration.ofDays(5));
        assertThat(platform.find(FORUM, new DeliveryKey("s1", KEY.day().plusDays(5))))
                .isEmpty();
        assertThat(archivePages()).as("and one more").isEqualTo(4);
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

    /** The thread of a brief. */
    private DataObject posted(String subscription) throws DeliveryException {
        platform(ForumPosts.DAILY).post(FORUM, new DeliveryKey(subscription, KEY.day()), BRIEF);
        return discord.threads().getLast();
    }

    private interface Doing {
        void done() throws DeliveryException;
    }

    /** How many messages are read meanwhile. */
    private long reads(Doing doing) throws DeliveryException {
        discord.calls().clear();
        doing.done();
        return discord.calls().stream()
                .filter(call -> call.method().equals("GET") && call.path().contains("/messages/"))
                .count();
    }

    private long archivePages() {
        return discord.calls().stream()
                .filter(call -> call.is("GET", "/threads/archived/public"))
                .count();
    }

    private DiscordPlatform platform(ForumPosts wanted) {
        return Platforms.of(connection, clock, wanted);
    }
}
