package io.briefcast.command.verb;

import io.briefcast.command.Nearest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time zones people may name: those of a region and city, and UTC. */
public final class Zones {
    private static final Set<String> REGIONS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");
    private static final List<String> NAMES = Stream.concat(
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> id.indexOf('/') > 0 && REGIONS.contains(id.substring(0, id.indexOf('/'))))
                            .sorted(),
                    Stream.of("UTC"))
            .toList();
    private static final Map<String, String> BY_NAME = byName();

    private Zones() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new TreeMap<>();
        NAMES.forEach(id -> names.putIfAbsent(city(id), id));
        NAMES.forEach(id -> names.put(plain(id), id));
        return names;
    }

    /** All of them, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** As people name it. */
    static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The zone of that name or city, whatever its case. */
    static Optional<ZoneId> read(String typed) {
        return Optional.ofNullable(BY_NAME.get(plain(typed))).map(ZoneId::of);
    }

    /** What somebody may have meant. */
    static Collection<String> near(String typed) {
        return Nearest.to(plain(typed), BY_NAME.keySet(), 6).stream()
                .map(name -> BY_NAME.getOrDefault(name, "UTC"))
                .limit(3)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String city(String id) {
        return plain(id.substring(id.lastIndexOf('/') + 1));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
