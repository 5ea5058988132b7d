package io.briefcast.command.verb;

import io.briefcast.language.Aliases;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Gives every topic one name, however many spellings and names people use. */
final class OneName {
    private final Aliases aliases;
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    OneName(Aliases aliases) {
        this.aliases = aliases;
    }

    private String key(String topic) {
        return keys.computeIfAbsent(topic, aliases::key);
    }

    /** The topics of a list, each once. */
    Stream<String> each(List<String> topics) {
        Set<String> once = new HashSet<>();
        return topics.stream().filter(topic -> once.add(key(topic)));
    }

    /** How often each is named, by the name that the table shows or else the spelling that most use. */
    Map<String, Long> count(Stream<String> topics) {
        Map<String, Map<String, Long>> spellings = new LinkedHashMap<>();
        topics.forEach(topic -> spellings
                .computeIfAbsent(key(topic), key -> new HashMap<>())
                .merge(aliases.shown(topic), 1L, Long::sum));
        Map<String, Long> counts = new LinkedHashMap<>();
        spellings.values().forEach(all -> counts.put(mostUsed(all), sum(all)));
        return counts;
    }

    private static String mostUsed(Map<String, Long> spellings) {
        return spellings.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static long sum(Map<String, Long> spellings) {
        return spellings.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether no topic of this name was asked for before. */
    boolean isNew(String topic) {
        return known.add(key(topic));
    }
}
