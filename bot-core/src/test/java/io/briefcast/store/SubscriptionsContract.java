package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions does. */
public abstract class SubscriptionsContract extends RepositoryContract {
    private Subscriptions subscriptions() {
        return new JdbcSubscriptions(database());
    }

    @Test
    void givesBackEveryDetail() {
        Subscription subscription = Samples.subscription("s1", true);

        subscriptions().save(subscription);

        assertThat(subscriptions().find("s1")).contains(subscription);
    }

    @Test
    void givesBackWhatIsFollowedWithItsEnd() {
        Subscription order = Samples.subscription("s1", true);
        Follow speaker = new Follow(Mute.Kind.SPEAKER, "Li", Optional.of(LocalDate.of(2026, 4, 1)));
        Subscription following = order.with(order.interests().following(speaker));

        subscriptions().save(following);

        assertThat(subscriptions().find("s1")).contains(following);
    }

    @Test
    void topicsFromBeforeFollowsWereStoredAreStillFollowed() {
        subscriptions().save(Samples.subscription("s1", true));
        database()
                .jdbc()
                .sql("UPDATE subscriptions SET topics = '[\"power\", \"compute\"]', follows = NULL")
                .update();

        assertThat(subscriptions().find("s1").orElseThrow().interests().follows())
                .containsExactly(Follow.topic("power"), Follow.topic("compute"));
    }

    @Test
    void listsOnlyTheActive() {
        subscriptions().save(Samples.subscription("s1", true));
        subscriptions().save(Samples.subscription("s2", true));
        subscriptions().save(Samples.subscription("s2", false));

        assertThat(subscriptions().active()).extracting(Subscription::id).containsExactly("s1");
        assertThat(subscriptions().find("s2")).contains(Samples.subscription("s2", false));
    }

    @Test
    void anOrderWithoutHolidayOwnerAndNameComesBackAsItWas() {
        Subscription full = Samples.subscription("s1", true);
        Subscription bare = new Subscription("s1", full.audience(), full.interests(), full.time(), true);

        subscriptions().save(full);
        subscriptions().save(bare);

        assertThat(subscriptions().find("s1")).contains(bare);
    }

    @Test
    void findsAllOfAnAudienceAndAllOfAnOwner() {
        subscriptions().save(Samples.subscription("s2", false));
        subscriptions().save(Samples.subscription("s1", true).ownedBy("bob"));

        assertThat(subscriptions().all()).extracting(Subscription::id).containsExactly("s1", "s2");
        assertThat(subscriptions().ofAudience("audience-s2"))
                .extracting(Subscription::id)
                .containsExactly("s2");
        assertThat(subscriptions().ownedBy("bob")).extracting(Subscription::id).containsExactly("s1");
    }

    @Test
    void forgetsWhatIsRemoved() {
        subscriptions().save(Samples.subscription("s1", true));

        subscriptions().remove("s1");

        assertThat(subscriptions().find("s1")).isEmpty();
    }
}
