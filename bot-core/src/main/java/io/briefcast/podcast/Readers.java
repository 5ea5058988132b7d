package io.briefcast.podcast;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who read some episodes.
 *
 * @param read how many each has read, with or without insights, by name and version; by an empty name those of which
 *     nobody wrote it down
 * @param waiting how many others were read before and wait to be read again
 */
public record Readers(Map<String, Integer> read, int waiting) {
    public Readers {
        read = Map.copyOf(read);
    }

    /** How many these have read. */
    public int by(Collection<String> names) {
        return names.stream().mapToInt(name -> read.getOrDefault(name, 0)).sum();
    }

    /** How many each of the others has read. */
    public Map<String, Integer> except(Collection<String> names) {
        return read.entrySet().stream()
                .filter(one -> !names.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
