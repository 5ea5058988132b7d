package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.KillRun;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A faulty Discord for a {@link KillRun}. Half of the processes come when it has forgotten every nonce. */
final class DiscordStage implements KillRun.Stage, AutoCloseable {
    /** A forum has no nonce, but takes few posts in a day. */
    private static final int BETWEEN_FORUM_POSTS = 10;

    private final FakeDiscord discord = new FakeDiscord(InstantSource.system());
    private int forgotten;

    @Override
    public String platform() {
        return DiscordPlatform.NAME;
    }

    @Override
    public URI api() {
        return discord.api();
    }

    @Override
    public Class<?> sender() {
        return DiscordSender.class;
    }

    @Override
    public String address(int brief) {
        return switch (brief % BETWEEN_FORUM_POSTS) {
            case 0 -> FakeServer.ID + "/forum/" + FakeServer.FORUM;
            case 3, 6 -> "@me/" + FakeServer.CONVERSATION;
            default -> FakeServer.ID + "/" + FakeServer.BRIEFS;
        };
    }

    /** Some have buttons, which carry the key, and some have none. */
    @Override
    public Message message(int brief) {
        Block words = brief % 2 == 0 ? new Block.Paragraph("Words") : Cards.card(1, "Claim", "", "Quote");
        return new Message("Brief", List.of(new Block.Heading("Your brief"), words));
    }

    @Override
    public boolean trouble(Random random) {
        if (random.nextBoolean()) {
            discord.forgetNonces();
            forgotten++;
        }
        Optional<Fault> fault = fault(random);
        fault.ifPresent(discord::misbehave);
        return fault.isPresent();
    }

    private static Optional<Fault> fault(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Optional.of(new Fault.Status(429, 0, Map.of("Retry-After", "1")));
            case 1 -> Optional.of(new Fault.Status(503, 0, Map.of()));
            case 2 -> Optional.of(new Fault.AcceptThenDrop());
            case 3 -> Optional.of(new Fault.Drop());
            default -> Optional.empty();
        };
    }

    @Override
    public void atNextPost(KillRun.Moment moment, Runnable kill) {
        discord.atNextPost(new Fault.Dying(kill, moment.taken(), moment.answered()));
    }

    @Override
    public long posts(DeliveryKey key) {
        DiscordMark mark = DiscordMark.of(key);
        return discord.posted().stream()
                .filter(post -> DiscordMarks.of(post).have(mark))
                .count();
    }

    @Override
    public long looks() {
        return discord.calls().stream()
                .filter(call -> call.is("GET", "/messages") || call.is("GET", "/active"))
                .count();
    }

    /** How often it forgot its nonces. */
    int forgotten() {
        return forgotten;
    }

    @Override
    public void close() {
        discord.close();
    }
}
