package io.briefcast.adapter.slack;

import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Installations as the store keeps them, in memory; one object stands for a store that processes share. */
final class MemoryInstallations implements Installations {
    private final Map<String, Installation> all = new TreeMap<>();
    private final Map<String, Instant> claims = new HashMap<>();
    private final Map<String, Instant> underWay = new HashMap<>();

    @Override
    public synchronized void save(Installation installation) {
        all.put(installation.tenant(), installation);
        claims.remove(installation.tenant());
    }

    @Override
    public synchronized boolean claimRenewal(Installation seen, Instant now, Instant until) {
        boolean free = !claims.getOrDefault(seen.tenant(), Instant.MIN).isAfter(now);
        if (free && seen.equals(all.get(seen.tenant()))) {
            claims.put(seen.tenant(), until);
            return true;
        }
        return false;
    }

    @Override
    public synchronized boolean replace(Installation seen, Installation renewed) {
        boolean there = seen.equals(all.get(seen.tenant()));
        if (there) {
            save(renewed);
        }
        return there;
    }

    @Override
    public synchronized Optional<Installation> find(String platform, String tenant) {
        return Optional.ofNullable(all.get(tenant));
    }

    @Override
    public synchronized List<Installation> all(String platform) {
        return new ArrayList<>(all.values());
    }

    @Override
    public synchronized void remove(String platform, String tenant) {
        all.remove(tenant);
    }

    @Override
    public synchronized void begin(String platform, String state, Instant now, Instant until, int most) {
        underWay.put(state, until);
    }

    @Override
    public synchronized boolean isUnderWay(String platform, String state, Instant now) {
        return underWay.getOrDefault(state, Instant.MIN).isAfter(now);
    }

    @Override
    public synchronized void forget(String platform, String state) {
        underWay.remove(state);
    }

    @Override
    public synchronized String toString() {
        return all.toString();
    }
}
