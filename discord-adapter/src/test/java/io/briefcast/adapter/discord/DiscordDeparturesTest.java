package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscordDeparturesTest {
    private static final String CHANNEL = FakeServer.ID + "/" + FakeServer.BRIEFS;
    private static final String FORUM = FakeServer.ID + "/forum/" + FakeServer.FORUM;
    private static final String OTHER_SERVER = FakeServer.JOINED + "/" + FakeServer.HALL;
    private static final String PERSON = "@me/" + FakeServer.CONVERSATION;

    private final Conversation talk = new Conversation(List.of(), List.of());

    @BeforeEach
    void order() {
        order("discord", CHANNEL);
        order("discord", FORUM);
        order("discord", OTHER_SERVER);
        order("discord", PERSON);
        order("chat", "briefs");
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void switchesOffTheBriefOfAChannelThatIsDeleted() {
        talk.discord.gateway().dispatch(0, "CHANNEL_DELETE", FakeServer.channel(FakeServer.BRIEFS));
        talk.subscriptions.awaitStopped(CHANNEL);

        assertThat(active()).containsExactlyInAnyOrder(FORUM, OTHER_SERVER, PERSON, "briefs");
    }

    @Test
    void switchesOffAllBriefsOfAServerThatRemovesIt() {
        talk.discord.gateway().dispatch(0, "GUILD_DELETE", DataObject.empty().put("id", FakeServer.ID));
        talk.subscriptions.awaitStopped(CHANNEL);
        talk.subscriptions.awaitStopped(FORUM);

        assertThat(active()).containsExactlyInAnyOrder(OTHER_SERVER, PERSON, "briefs");
    }

    private List<String> active() {
        return talk.subscriptions.active().stream()
                .map(order -> order.audience().address())
                .toList();
    }

    private void order(String platform, String address) {
        Audience audience = new Audience(address, platform, Audience.Kind.CHANNEL, "", address);
        talk.subscriptions.save(new Subscription(
                address, audience, Interests.EVERYTHING, BriefTime.daily(LocalTime.NOON, ZoneOffset.UTC), true));
    }
}
