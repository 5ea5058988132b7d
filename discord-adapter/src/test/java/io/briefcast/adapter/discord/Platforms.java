package io.briefcast.adapter.discord;

import io.briefcast.adapter.discord.DiscordClient.Session;
import java.time.Duration;

/** Platforms as {@link DiscordConfiguration} makes them, each with a memory of its own. */
final class Platforms {
    static final Duration LEASE = Duration.ofMinutes(1);

    private Platforms() {}

    /** One that posts to forums as usual. */
    static DiscordPlatform daily(Session session, TestClock clock) {
        return of(session, clock, ForumPosts.DAILY);
    }

    /** One that posts to forums as wanted. */
    static DiscordPlatform of(Session session, TestClock clock, ForumPosts wanted) {
        DiscordTurns turns = turns(clock);
        DiscordClient client = new DiscordClient(session, turns);
        return new DiscordPlatform(client, turns, wanted, clock, LEASE);
    }

    /** Turns for which nobody waits in earnest. */
    static DiscordTurns turns(TestClock clock) {
        return new DiscordTurns(new DiscordPacing(), clock, clock);
    }
}
