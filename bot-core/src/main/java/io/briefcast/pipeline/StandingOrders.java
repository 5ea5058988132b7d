package io.briefcast.pipeline;

import io.briefcast.brief.SeenInsights;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.Deliveries;
import io.briefcast.podcast.Tenant;
import io.briefcast.store.Database;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Audiences;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.SavedInsights;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import io.briefcast.subscription.Votes;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes orders for commands, and erases people. */
public final class StandingOrders implements ScheduleDesk {
    private final Database db;
    private final Pipeline pipeline;
    private final Subscriptions subscriptions;
    private final SavedInsights saved;
    private final Votes votes;
    private final SeenInsights seen;
    private final Deliveries deliveries;
    private final StoppedFeeds stopped;
    private final Audiences audiences;

    public StandingOrders(
            Database db,
            Pipeline pipeline,
            Subscriptions subscriptions,
            SavedInsights saved,
            Votes votes,
            SeenInsights seen,
            Deliveries deliveries,
            StoppedFeeds stopped,
            Audiences audiences) {
        this.db = db;
        this.pipeline = pipeline;
        this.subscriptions = subscriptions;
        this.saved = saved;
        this.votes = votes;
        this.seen = seen;
        this.deliveries = deliveries;
        this.stopped = stopped;
        this.audiences = audiences;
    }

    @Override
    public Optional<BriefTime.Due> save(Subscription subscription) {
        return pipeline.subscribe(subscription);
    }

    @Override
    public Changed change(Subscription seen, UnaryOperator<Subscription> change) {
        return db.transactions().execute(tx -> {
            Subscription stored = subscriptions
                    .find(seen.id())
                    .map(latest -> latest.with(seen.audience()))
                    .orElse(seen);
            Subscription changed = change.apply(stored);
            return new Changed(changed, pipeline.subscribe(changed));
        });
    }

    @Override
    public void erase(String personId) {
        db.transactions().executeWithoutResult(tx -> {
            subscriptions.ofAudience(personId).forEach(order -> pipeline.unsubscribe(order.id()));
            subscriptions.ownedBy(personId).stream()
                    .filter(order -> order.audience().kind() == Audience.Kind.CHANNEL)
                    .forEach(order -> subscriptions.save(order.ownedBy("")));
            forget(personId);
        });
    }

    @Override
    public void eraseTenant(String platform, String tenant) {
        Tenant left = new Tenant(platform, tenant);
        db.transactions().executeWithoutResult(tx -> {
            subscriptions.all().stream()
                    .filter(order -> order.audience().home().equals(left))
                    .forEach(order -> pipeline.unsubscribe(order.id()));
            audiences.of(left).forEach(this::forget);
            pipeline.forgetShowsOf(left);
        });
    }

    private void forget(String id) {
        saved.forget(id);
        votes.forget(id);
        seen.forget(id);
        deliveries.forget(id);
        stopped.forget(id);
        audiences.forget(id);
    }
}
