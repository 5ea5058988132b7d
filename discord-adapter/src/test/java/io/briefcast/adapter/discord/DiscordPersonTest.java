package io.briefcast.adapter.discord;

/** With a person with whom a conversation is opened first. */
class DiscordPersonTest extends DiscordPlatformContract {
    DiscordPersonTest() {
        super(FakeServer.ADA, FakeServer.CONVERSATION);
    }
}
