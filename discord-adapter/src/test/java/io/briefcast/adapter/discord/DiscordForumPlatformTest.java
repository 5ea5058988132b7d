package io.briefcast.adapter.discord;

/** In a forum. */
class DiscordForumPlatformTest extends DiscordPlatformContract {
    DiscordForumPlatformTest() {
        super(FakeServer.ID + "/forum/" + FakeServer.FORUM, FakeServer.FORUM);
    }
}
