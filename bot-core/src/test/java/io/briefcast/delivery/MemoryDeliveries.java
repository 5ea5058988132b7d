package io.briefcast.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Deliveries in memory. */
final class MemoryDeliveries implements Deliveries {
    private final Map<DeliveryKey, Delivery> rows = new HashMap<>();

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
}
