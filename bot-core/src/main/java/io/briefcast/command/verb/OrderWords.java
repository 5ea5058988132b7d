package io.briefcast.command.verb;

import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
        String topics = interests.topics().isEmpty() ? "everything" : String.join(", ", interests.topics());
        String from = interests.shows().isEmpty()
                ? ""
                : " from "
                        + interests.shows().stream().map(this::title).sorted().collect(Collectors.joining(", "));
        return "up to %s on %s%s".formatted(Words.count(interests.count(), "insight"), topics, from);
    }

    /** What is muted, one line each. */
    List<String> mutes(Interests interests) {
        List<String> lines = new ArrayList<>();
        interests
                .mutes()
                .forEach(mute -> lines.add("%s: %s%s"
                        .formatted(
                                mute.kind().name().toLowerCase(java.util.Locale.ROOT),
                                value(mute),
                                mute.until()
                                        .map(day -> ", until " + Words.day(day))
                                        .orElse(""))));
        return lines;
    }

    String value(Mute mute) {
        return mute.kind() == Mute.Kind.SHOW ? title(mute.value()) : mute.value();
    }

    String title(String showId) {
        return shows.find(showId).map(Show::title).orElse("a show that is gone");
    }

    /** When the next one comes; says so when none does. */
    static String next(Optional<BriefTime.Due> due, ZoneId zone) {
        return due.map(next -> "The next one comes on " + Words.due(next, zone) + ".")
                .orElse("No brief comes until you switch it on again.");
    }
}
