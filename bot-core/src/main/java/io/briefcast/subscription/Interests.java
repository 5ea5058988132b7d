package io.briefcast.subscription;

import java.util.List;
import java.util.Set;

/**
 * What an audience wants to hear about.
 *
 * @param topics followed topics as typed; none means everything
 * @param shows ids of the shows to pick from; none means all
 * @param mutedTopics nothing about these
 * @param mutedShows nothing from these
 * @param count most insights in a brief, 1 to 10
 */
public record Interests(
        List<String> topics, Set<String> shows, List<String> mutedTopics, Set<String> mutedShows, int count) {
    /** Everything, five a day. */
    public static final Interests EVERYTHING = new Interests(List.of(), Set.of(), List.of(), Set.of(), 5);

    public Interests {
        topics = List.copyOf(topics);
        shows = Set.copyOf(shows);
        mutedTopics = List.copyOf(mutedTopics);
        mutedShows = Set.copyOf(mutedShows);
        if (count < 1 || count > 10) {
            throw new IllegalArgumentException("a brief has 1 to 10 insights, not " + count);
        }
    }
}
