package io.briefcast.adapter.discord;

/** In a direct conversation that is known. */
class DiscordConversationTest extends DiscordPlatformContract {
    DiscordConversationTest() {
        super("@me/" + FakeServer.CONVERSATION, FakeServer.CONVERSATION);
    }
}
