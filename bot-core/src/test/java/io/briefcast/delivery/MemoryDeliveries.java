package io.briefcast.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Deliveries in memory. */
public final class MemoryDeliveries implements Deliveries {
    private final Map<DeliveryKey, Delivery> rows = new HashMap<>();
    private final Set<DeliveryKey> told = new HashSet<>();

    @Override
    public boolean add(Delivery delivery) {
        return rows.putIfAbsent(delivery.key(), delivery) == null;
    }

    @Override
    public Optional<Delivery> find(DeliveryKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public boolean replace(long fence, Delivery delivery) {
        return find(delivery.key())
                .filter(row -> row.fence() == fence)
                .map(row -> rows.put(delivery.key(), delivery))
                .isPresent();
    }

    @Override
    public Optional<Delivery> last(String subscriptionId) {
        return rows.values().stream()
                .filter(row -> row.key().subscriptionId().equals(subscriptionId))
                .max(Comparator.comparing(row -> row.key().day()));
    }

    @Override
    public List<Delivery> due(Instant from, Instant to, int limit) {
        return rows.values().stream()
                .filter(row -> !row.due().isBefore(from) && row.due().isBefore(to))
                .sorted(Comparator.comparing(Delivery::due))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Delivery> ofAudience(String audienceId, int limit) {
        return rows.values().stream()
                .filter(row -> row.audienceId().equals(audienceId))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<Delivery.State, Integer> counts(Instant from, Instant to) {
        return due(from, to, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Delivery::state, row -> 1, Integer::sum));
    }

    @Override
    public boolean tell(DeliveryKey key) {
        return rows.containsKey(key) && told.add(key);
    }

    @Override
    public void forget(String audienceId) {
        rows.values().removeIf(row -> row.audienceId().equals(audienceId));
    }
}
