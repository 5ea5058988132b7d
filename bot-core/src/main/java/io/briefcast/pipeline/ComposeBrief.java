package io.briefcast.pipeline;

import io.briefcast.DeliverySettings;
import io.briefcast.brief.SeenInsights;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.RetryPolicy;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.ShowLists;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.StoppedFeeds.Stopped;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes one audience's brief of one local date, and plans the next. */
final class ComposeBrief implements Step {
    private static final Message NO_MESSAGE = new Message("", List.of());

    /** Days of a standstill that are written down one by one; of a longer one the first and the last so many are. */
    private static final int DAYS_WRITTEN = 30;

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final SeenInsights seen;
    private final StoppedFeeds stopped;
    private final ShowLists lists;
    private final BriefWriter writer;
    private final RetryPolicy policy;
    private final Duration latest;

    ComposeBrief(
            Subscriptions subscriptions,
            Deliveries deliveries,
            SeenInsights seen,
            StoppedFeeds stopped,
            ShowLists lists,
            BriefWriter writer,
            DeliverySettings settings) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.seen = seen;
        this.stopped = stopped;
        this.lists = lists;
        this.writer = writer;
        this.policy = new RetryPolicy(settings.latest());
        this.latest = settings.latest();
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
            return Outcome.done(agenda -> planNext(key, now.minus(latest), agenda));
        }
        Instant moment = due.get().moment();
        if (moment.isAfter(now)) {
            return Outcome.notBefore(moment);
        }
        Delivery frame = frame(subscription, key, moment, NO_MESSAGE);
        return policy.isTooLate(frame, now) ? skip(subscription, frame, now) : compose(subscription, key, moment, now);
    }

    private Outcome compose(Subscription subscription, DeliveryKey key, Instant moment, Instant now) {
        BriefWriter.Written written = writer.write(subscription, key.day(), now);
        String audience = subscription.audience().id();
        List<Stopped> news = StopNotice.of(
                stopped.untold(audience),
                subscription.interests().on(key.day()),
                lists.of(subscription.audience().home()));
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

    /** Who waited in vain for the last briefs learns why. */
    private Message withSkipped(Message message, DeliveryKey key) {
        return deliveries
                .last(key.subscriptionId())
                .filter(last -> last.state() == Delivery.State.SKIPPED)
                .map(last -> with(message, leftOut(last).in(message.language())))
                .orElse(message);
    }

    private Phrase leftOut(Delivery last) {
        LocalDate first = deliveries.ofAudience(last.audienceId(), DAYS_WRITTEN + 1).stream()
                .filter(delivery ->
                        delivery.key().subscriptionId().equals(last.key().subscriptionId()))
                .takeWhile(delivery -> delivery.state() == Delivery.State.SKIPPED)
                .map(delivery -> delivery.key().day())
                .min(Comparator.naturalOrder())
                .orElse(last.key().day());
        Object day = Phrase.dated(last.key().day());
        Phrase reason = Phrase.kept(last.reason());
        return first.equals(last.key().day())
                ? Phrase.of("The brief for %s was left out: %s.", day, reason)
                : Phrase.of(
                        "The briefs from %s to %s were left out; the last one: %s.", Phrase.dated(first), day, reason);
    }

    private static Message with(Message message, String footnote) {
        List<Block> blocks = new ArrayList<>(message.blocks());
        blocks.add(new Block.Footnote(footnote));
        return message.with(blocks);
    }

    /** After a long standstill today's brief may still be in time: it is next, and the days before it are left out. */
    private Outcome skip(Subscription subscription, Delivery frame, Instant now) {
        return Outcome.done(agenda -> {
            deliveries.add(skipped(frame));
            planNext(frame.key(), now.minus(latest), agenda)
                    .ifPresent(next ->
                            between(subscription, frame.key().day(), next.day()).forEach(deliveries::add));
        });
    }

    private static Delivery skipped(Delivery frame) {
        return frame.unsent(Delivery.State.SKIPPED, "Briefcast was not running at its time");
    }

    private static List<Delivery> between(Subscription subscription, LocalDate skipped, LocalDate next) {
        LocalDate from = Stream.of(skipped.plusDays(1), next.minusDays(DAYS_WRITTEN))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return from.datesUntil(next.isAfter(from) ? next : from)
                .filter(day -> !subscription.isAway(day))
                .flatMap(day -> subscription.time().on(day).stream())
                .map(due -> skipped(
                        frame(subscription, new DeliveryKey(subscription.id(), due.day()), due.moment(), NO_MESSAGE)))
                .toList();
    }

    /**
     * By what is stored now: somebody may have changed the hour while this brief was composed.
     *
     * @param from the next one is due after it
     */
    private Optional<BriefTime.Due> planNext(DeliveryKey key, Instant from, Agenda agenda) {
        Optional<BriefTime.Due> next = subscriptions
                .find(key.subscriptionId())
                .flatMap(subscription -> subscription.next(from, Optional.of(key.day())));
        next.ifPresent(due -> agenda.composeBrief(key.subscriptionId(), due));
        return next;
    }

    private static Delivery frame(Subscription subscription, DeliveryKey key, Instant due, Message message) {
        var audience = subscription.audience();
        return Delivery.pending(key, audience.id(), audience.platform(), audience.address(), message, due);
    }
}
