package io.briefcast.subscription;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an audience wants to hear about.
 *
 * @param shows ids of the shows to pick from; none means all
 * @param follows briefs are picked from what fits any of these; none means everything
 * @param mutes nothing of these
 * @param count most insights in a brief, 1 to 10
 */
public record Interests(Set<String> shows, List<Follow> follows, List<Mute> mutes, int count) {
    /** More than this nobody can keep in mind, and every topic is compared with every insight of the day. */
    public static final int MOST_FOLLOWS = 30;

    /** As many as anybody mutes by hand. */
    public static final int MOST_MUTES = 100;

    /** Everything, five a day. */
    public static final Interests EVERYTHING = new Interests(List.of(), Set.of(), List.of(), 5);

    public Interests {
        shows = Set.copyOf(shows);
        follows = List.copyOf(follows);
        mutes = List.copyOf(mutes);
        if (count < 1 || count > 10) {
            throw new IllegalArgumentException("a brief has 1 to 10 insights, not " + count);
        }
    }

    /** Interests in topics without an end. */
    public Interests(List<String> topics, Set<String> shows, List<Mute> mutes, int count) {
        this(shows, topics.stream().map(Follow::topic).toList(), mutes, count);
    }

    /** What holds on a local date: follows and mutes that have ended are left out. */
    public Interests on(LocalDate day) {
        return new Interests(
                shows,
                follows.stream().filter(follow -> follow.holds(day)).toList(),
                mutes.stream().filter(mute -> mute.holds(day)).toList(),
                count);
    }

    /** The followed topics, as typed. */
    public List<String> topics() {
        return follows.stream()
                .filter(follow -> follow.kind() == Mute.Kind.TOPIC)
                .map(Follow::value)
                .toList();
    }

    /** The values of all mutes of a kind. */
    public Set<String> muted(Mute.Kind kind) {
        return mutes.stream()
                .filter(mute -> mute.kind() == kind)
                .map(Mute::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same with these topics instead of the others; none means that nothing is followed at all, so everything. */
    public Interests withTopics(List<String> newTopics) {
        List<Follow> others = newTopics.isEmpty()
                ? List.of()
                : follows.stream()
                        .filter(follow -> follow.kind() != Mute.Kind.TOPIC)
                        .toList();
        return withFollows(Stream.concat(newTopics.stream().map(Follow::topic), others.stream())
                .toList());
    }

    private Interests withFollows(List<Follow> newFollows) {
        return new Interests(shows, newFollows, mutes, count);
    }

    /** The same with picks from these shows only; none means all. */
    public Interests withShows(Set<String> newShows) {
        return new Interests(newShows, follows, mutes, count);
    }

    /** The same with so many insights a day. */
    public Interests withCount(int newCount) {
        return new Interests(shows, follows, mutes, newCount);
    }

    /** The same with one more topic, without an end. */
    public Interests following(String topic) {
        return following(Follow.topic(topic));
    }

    /** The same following one more; an earlier one of the same thing is replaced. */
    public Interests following(Follow follow) {
        return withFollows(Stream.concat(without(follow).follows().stream(), Stream.of(follow))
                .toList());
    }

    /** The same without a topic, whatever its case. */
    public Interests without(String topic) {
        return without(Follow.topic(topic));
    }

    /** The same no longer following this, whatever its case. */
    public Interests without(Follow follow) {
        return withFollows(follows.stream().filter(other -> !other.same(follow)).toList());
    }

    /** The same with one more mute; an earlier one of the same thing is replaced. */
    public Interests muting(Mute mute) {
        return withMutes(Stream.concat(withoutMute(mute).mutes().stream(), Stream.of(mute))
                .toList());
    }

    /** The same with this thing heard again. */
    public Interests withoutMute(Mute mute) {
        return withMutes(mutes.stream().filter(other -> !other.same(mute)).toList());
    }

    private Interests withMutes(List<Mute> newMutes) {
        return new Interests(shows, follows, newMutes, count);
    }
}
