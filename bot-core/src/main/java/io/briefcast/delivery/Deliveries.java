package io.briefcast.delivery;

import io.briefcast.podcast.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every brief that is to be sent or was. One row for a subscription and local date, whatever happens. */
public interface Deliveries {
    /** Adds it unless there is one with this key; true when it is new. */
    boolean add(Delivery delivery);

    Optional<Delivery> find(DeliveryKey key);

    /**
     * Overwrites state, attempts, fence, lease, receipt and reason if nobody changed the row since it had this fence.
     *
     * @return false when somebody did; then nothing is written
     */
    boolean replace(long fence, Delivery delivery);

    /** That of the latest local date; empty when the subscription never had any. */
    Optional<Delivery> last(String subscriptionId);

    /** Those due in [from, to), by their time, at most {@code limit}. */
    List<Delivery> due(Instant from, Instant to, int limit);

    /** Those of one audience, latest date first, at most {@code limit}. */
    List<Delivery> ofAudience(String audienceId, int limit);

    /** How many of those due in [from, to) are in each state; states without any are left out. */
    Map<Delivery.State, Integer> counts(Instant from, Instant to);

    /**
     * The same of the orders of one workspace of many, or of all others for a tenant that is none of them; see {@link
     * io.briefcast.podcast.ShowLists}.
     */
    default Map<Delivery.State, Integer> counts(Tenant tenant, Instant from, Instant to) {
        return counts(from, to);
    }

    /** Remembers that whoever ordered it was told of its end; true the first time. */
    boolean tell(DeliveryKey key);

    /** Erases all of one audience. */
    void forget(String audienceId);
}
