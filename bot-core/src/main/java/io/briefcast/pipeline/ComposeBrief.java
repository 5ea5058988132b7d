package io.briefcast.pipeline;

import io.briefcast.DeliverySettings;
import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.SeenInsights;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.RetryPolicy;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.StoppedFeeds.Stopped;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one audience's brief of one local date, and plans the next. */
final class ComposeBrief implements Step {
    private static final Message NO_MESSAGE = new Message("", List.of());

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final SeenInsights seen;
    private final StoppedFeeds stopped;
    private final BriefWriter writer;
    private final RetryPolicy policy;

    ComposeBrief(
            Subscriptions subscriptions,
            Deliveries deliveries,
            SeenInsights seen,
            StoppedFeeds stopped,
            BriefWriter writer,
            DeliverySettings settings) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.seen = seen;
        this.stopped = stopped;
        this.writer = writer;
        this.policy = new RetryPolicy(settings.latest());
    }

    @Override
    public Outcome run(String id, Instant now) {
        DeliveryKey key = Agenda.key(id);
        return subscriptions
                .find(key.subscriptionId())
                .filter(Subscription::active)
                .map(subscription -> compose(subscription, key, now))
                .orElseGet(Outcome::nothing);
    }

    private Outcome compose(Subscription subscription, DeliveryKey key, Instant now) {
        Optional<BriefTime.Due> due = subscription.time().on(key.day());
        if (due.isEmpty()
                || subscription.isAway(key.day())
                || deliveries.find(key).isPresent()) {
            return Outcome.done(agenda -> planNext(key, now, agenda));
        }
        Instant moment = due.get().moment();
        if (moment.isAfter(now)) {
            return Outcome.notBefore(moment);
        }
        Delivery frame = frame(subscription, key, moment, NO_MESSAGE);
        return policy.isTooLate(frame, now) ? skip(frame, now) : compose(subscription, key, moment, now);
    }

    private Outcome compose(Subscription subscription, DeliveryKey key, Instant moment, Instant now) {
        BriefWriter.Written written = writer.write(subscription, key.day(), now);
        String audience = subscription.audience().id();
        List<Stopped> news = StopNotice.of(stopped.untold(audience), subscription.interests().on(key.day()));
        Message message = StopNotice.under(withSkipped(written.message(), key), news);
        Delivery delivery = frame(subscription, key, moment, message);
        return Outcome.done(agenda -> {
            if (deliveries.add(delivery)) {
                seen.mark(audience, key.day(), written.insightIds(), now);
                stopped.told(audience, news.stream().map(it -> it.show().id()).toList());
                agenda.deliver(key, now);
            }
            planNext(key, now, agenda);
        });
    }

    /** Who waited in vain for the last brief learns why. */
    private Message withSkipped(Message message, DeliveryKey key) {
        return deliveries
                .last(key.subscriptionId())
                .filter(last -> last.state() == Delivery.State.SKIPPED)
                .map(last -> with(
                        message,
                        "The brief for %s was left out: %s."
                                .formatted(BriefComposer.written(last.key().day()), last.reason())))
                .orElse(message);
    }

    private static Message with(Message message, String footnote) {
        List<Block> blocks = new ArrayList<>(message.blocks());
        blocks.add(new Block.Footnote(footnote));
        return new Message(message.title(), blocks);
    }

    private Outcome skip(Delivery frame, Instant now) {
        Delivery skipped = frame.unsent(Delivery.State.SKIPPED, "Briefcast was not running at its time");
        return Outcome.done(agenda -> {
            deliveries.add(skipped);
            planNext(frame.key(), now, agenda);
        });
    }

    /** By what is stored now: somebody may have changed the hour while this brief was composed. */
    private void planNext(DeliveryKey key, Instant now, Agenda agenda) {
        subscriptions
                .find(key.subscriptionId())
                .flatMap(subscription -> subscription.next(now, Optional.of(key.day())))
                .ifPresent(due -> agenda.composeBrief(key.subscriptionId(), due));
    }

    private static Delivery frame(Subscription subscription, DeliveryKey key, Instant due, Message message) {
        var audience = subscription.audience();
        return Delivery.pending(key, audience.id(), audience.platform(), audience.address(), message, due);
    }
}
