package io.briefcast.adapter.slack;

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

/** A faulty Slack for a {@link KillRun}. */
final class SlackStage implements KillRun.Stage, AutoCloseable {
    private final FakeSlack slack = new FakeSlack(InstantSource.system());

    @Override
    public String platform() {
        return "slack";
    }

    @Override
    public URI api() {
        return slack.api();
    }

    @Override
    public Class<?> sender() {
        return SlackSender.class;
    }

    /** Every brief has a place of its own: the limit of a channel is another test's business. */
    @Override
    public String address(int brief) {
        if (brief % 2 == 0) {
            return FakeSlack.TEAM + "/U0KILL" + brief;
        }
        slack.addChannel("C0KILL" + brief);
        return FakeSlack.TEAM + "/C0KILL" + brief;
    }

    @Override
    public Message message(int brief) {
        Block words = brief % 3 == 0 ? Cards.card(1, "Claim", "", "Quote") : new Block.Paragraph("Words");
        return new Message("Brief", List.of(new Block.Heading("Your brief"), words));
    }

    @Override
    public boolean trouble(Random random) {
        Optional<Fault> fault = fault(random);
        fault.ifPresent(slack::misbehave);
        return fault.isPresent();
    }

    private static Optional<Fault> fault(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(new Fault.Status(429, Map.of("Retry-After", "1")));
            case 1 -> Optional.of(new Fault.Status(503, Map.of()));
            case 2 -> Optional.of(new Fault.AcceptThenDrop());
            case 3 -> Optional.of(new Fault.Drop());
            case 4 -> Optional.of(new Fault.Garbage());
            case 5 -> Optional.of(new Fault.Refusal("internal_error"));
            default -> Optional.empty();
        };
    }

    @Override
    public void atNextPost(KillRun.Moment moment, Runnable kill) {
        slack.atNextPost(new Fault.Death(kill, moment.taken(), moment.answered()));
    }

    @Override
    public long posts(DeliveryKey key) {
        return slack.posted().stream()
                .filter(post -> post.arguments().getOrDefault("metadata", "").contains(key.token()))
                .count();
    }

    @Override
    public long looks() {
        return slack.calls("conversations.history").size();
    }

    @Override
    public void close() {
        slack.close();
    }
}
