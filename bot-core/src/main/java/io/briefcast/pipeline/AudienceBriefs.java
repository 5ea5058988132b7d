package io.briefcast.pipeline;

import io.briefcast.brief.Brief;
import io.briefcast.command.Briefs;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.insight.Insight;
import io.briefcast.message.Message;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Briefs for commands: what was sent where something was, else what would be picked. */
public final class AudienceBriefs implements Briefs {
    private final DailyBriefs briefs;
    private final Deliveries deliveries;

    public AudienceBriefs(DailyBriefs briefs, Deliveries deliveries) {
        this.briefs = briefs;
        this.deliveries = deliveries;
    }

    @Override
    public Message brief(Subscription subscription, LocalDate day, Instant now) {
        return deliveries
                .find(new DeliveryKey(subscription.id(), day))
                .filter(delivery -> delivery.state() != Delivery.State.SKIPPED)
                .map(Delivery::message)
                .orElseGet(() -> briefs.message(pick(subscription, day, now), subscription.language()));
    }

    private Brief pick(Subscription subscription, LocalDate day, Instant now) {
        ZoneId zone = subscription.time().zone();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return end.isAfter(now) ? briefs.pick(subscription, day, now) : briefs.pickPast(subscription, day, end);
    }

    @Override
    public RankedInsight judge(Subscription subscription, Insight insight, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, subscription.time().zone());
        return briefs.judge(subscription, today, insight, now);
    }
}
