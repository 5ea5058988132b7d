package io.briefcast.command.verb;

import io.briefcast.message.Inline;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what an order is. */
final class OrderWords {
    private final Shows shows;

    OrderWords(Shows shows) {
        this.shows = shows;
    }

    /** {@code every day at 8:00 (Europe/Berlin), up to 5 insights on everything}. */
    String of(Subscription order) {
        BriefTime time = order.time();
        return "%s at %s (%s), %s"
                .formatted(
                        Weekdays.words(time.days()),
                        Words.time(time.at()),
                        time.zone().getId(),
                        of(order.interests()));
    }

    private String of(Interests interests) {
        String followed = interests.follows().isEmpty()
                ? "everything"
                : interests.follows().stream().map(this::words).collect(Collectors.joining(", "));
        return "up to %s on %s%s"
                .formatted(
                        Words.count(interests.count(), "insight"),
                        followed,
                        interests.shows().isEmpty() ? "" : " from " + titles(interests));
    }

    /** The shows that briefs are picked from, where not all are. */
    String titles(Interests interests) {
        return interests.shows().stream().map(this::title).sorted().collect(Collectors.joining(", "));
    }

    /** Something that is followed: {@code compute strategy}, {@code the show The Rack}, with its end. */
    String words(Follow follow) {
        String name = name(follow.kind(), follow.value());
        return (follow.kind() == Mute.Kind.TOPIC ? name : "the " + kind(follow.kind()) + " " + name)
                + follow.until().map(day -> " until " + Words.day(day)).orElse("");
    }

    /** What is muted, one line each. */
    List<String> mutes(Interests interests) {
        return interests.mutes().stream()
                .map(mute -> "%s: %s%s"
                        .formatted(
                                kind(mute.kind()),
                                value(mute),
                                mute.until()
                                        .map(day -> ", until " + Words.day(day))
                                        .orElse("")))
                .toList();
    }

    String value(Mute mute) {
        return name(mute.kind(), mute.value());
    }

    String name(Mute.Kind kind, String value) {
        return kind == Mute.Kind.SHOW ? title(value) : value;
    }

    static String kind(Mute.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    String title(String showId) {
        return shows.find(showId).map(Show::title).orElse("a show that is gone");
    }

    /** When the next one comes; says so when none does. */
    static List<Inline> next(Optional<BriefTime.Due> due, ZoneId zone) {
        return due.map(next -> List.of(Words.words("The next one comes on "), Words.due(next, zone), Words.words(".")))
                .orElse(List.of(Words.words("No brief comes until you switch it on again.")));
    }
}
