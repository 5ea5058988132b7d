package io.briefcast.subscription;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an audience wants to hear about.
 *
 * @param topics followed topics as typed; none means everything
 * @param shows ids of the shows to pick from; none means all
 * @param mutes nothing of these
 * @param count most insights in a brief, 1 to 10
 */
public record Interests(List<String> topics, Set<String> shows, List<Mute> mutes, int count) {
    /** More than this nobody can keep in mind, and every topic is compared with every insight of the day. */
    public static final int MOST_TOPICS = 30;

    /** As many as anybody mutes by hand. */
    public static final int MOST_MUTES = 100;

    /** Everything, five a day. */
    public static final Interests EVERYTHING = new Interests(List.of(), Set.of(), List.of(), 5);

    public Interests {
        topics = List.copyOf(topics);
        shows = Set.copyOf(shows);
        mutes = List.copyOf(mutes);
        if (count < 1 || count > 10) {
            throw new IllegalArgumentException("a brief has 1 to 10 insights, not " + count);
        }
    }

    /** What holds on a local date: mutes that have ended are left out. */
    public Interests on(LocalDate day) {
        return new Interests(
                topics, shows, mutes.stream().filter(mute -> mute.holds(day)).toList(), count);
    }

    /** The values of all mutes of a kind. */
    public Set<String> muted(Mute.Kind kind) {
        return mutes.stream()
                .filter(mute -> mute.kind() == kind)
                .map(Mute::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same with these topics. */
    public Interests withTopics(List<String> newTopics) {
        return new Interests(newTopics, shows, mutes, count);
    }

    /** The same with picks from these shows only; none means all. */
    public Interests withShows(Set<String> newShows) {
        return new Interests(topics, newShows, mutes, count);
    }

    /** The same with so many insights a day. */
    public Interests withCount(int newCount) {
        return new Interests(topics, shows, mutes, newCount);
    }

    /** The same with one more topic, unless it is followed already. */
    public Interests following(String topic) {
        List<String> more = new ArrayList<>(without(topic).topics());
        more.add(topic);
        return withTopics(more);
    }

    /** The same without a topic, whatever its case. */
    public Interests without(String topic) {
        return withTopics(topics.stream()
                .filter(followed -> !followed.equalsIgnoreCase(topic))
                .toList());
    }

    /** The same with one more mute; an earlier one of the same thing is replaced. */
    public Interests muting(Mute mute) {
        List<Mute> more = new ArrayList<>(withoutMute(mute).mutes());
        more.add(mute);
        return new Interests(topics, shows, more, count);
    }

    /** The same with this thing heard again. */
    public Interests withoutMute(Mute mute) {
        return new Interests(
                topics, shows, mutes.stream().filter(other -> !other.same(mute)).toList(), count);
    }
}
