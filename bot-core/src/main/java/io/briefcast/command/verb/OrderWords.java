package io.briefcast.command.verb;

import io.briefcast.message.Phrase;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what an order is. */
final class OrderWords {
    private final Shows shows;

    OrderWords(Shows shows) {
        this.shows = shows;
    }

    /** {@code every day at 8:00 (Europe/Berlin), up to 5 insights on everything}. */
    Phrase of(Subscription order) {
        BriefTime time = order.time();
        return Phrase.of(
                "%s at %s (%s), %s",
                Weekdays.words(time.days()), time.at(), Zones.name(time.zone()), of(order.interests()));
    }

    private Phrase of(Interests interests) {
        Object followed = interests.follows().isEmpty() ? Phrase.of("everything") : all(interests.follows());
        Phrase count = Words.count(interests.count(), "insight");
        return interests.shows().isEmpty()
                ? Phrase.of("up to %s on %s", count, followed)
                : Phrase.of("up to %s on %s from %s", count, followed, titles(interests));
    }

    /** The shows that briefs are picked from, where not all are. */
    List<Object> titles(Interests interests) {
        return interests.shows().stream()
                .map(this::title)
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    /** Something that is followed: {@code compute strategy}, {@code the show The Rack}, with its end. */
    Phrase words(Follow follow) {
        Phrase named = named(follow.kind(), shown(follow.kind(), follow.value()));
        return follow.until().map(day -> Phrase.of("%s until %s", named, day)).orElse(named);
    }

    /** All of them, with commas between. */
    List<Phrase> all(List<Follow> follows) {
        return follows.stream().map(this::words).toList();
    }

    private static Phrase named(Mute.Kind kind, Object name) {
        return switch (kind) {
            case TOPIC -> Phrase.of("%s", name);
            case SHOW -> Phrase.of("the show %s", name);
            case SPEAKER -> Phrase.of("the speaker %s", name);
            case PHRASE -> Phrase.of("the phrase %s", name);
        };
    }

    /** What is muted, one line each. */
    List<Phrase> mutes(Interests interests) {
        return interests.mutes().stream().map(this::line).toList();
    }

    private Phrase line(Mute mute) {
        Phrase kind = Phrase.of(kind(mute.kind()));
        return mute.until()
                .map(day -> Phrase.of("%s: %s, until %s", kind, value(mute), day))
                .orElseGet(() -> Phrase.of("%s: %s", kind, value(mute)));
    }

    Object value(Mute mute) {
        return shown(mute.kind(), mute.value());
    }

    private Object shown(Mute.Kind kind, String value) {
        return kind == Mute.Kind.SHOW ? title(value) : value;
    }

    /** As one types it. */
    String name(Mute.Kind kind, String value) {
        return shown(kind, value).toString();
    }

    static String kind(Mute.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The title of a show, or words that say that there is none any more. */
    Object title(String showId) {
        return shows.find(showId).<Object>map(Show::title).orElse(Phrase.of("a show that is gone"));
    }

    /** When the next one comes; says so when none does. */
    static Phrase next(Optional<BriefTime.Due> due, ZoneId zone) {
        return due.map(next -> Phrase.of("The next one comes on %s.", Words.due(next, zone)))
                .orElse(Phrase.of("No brief comes until you switch it on again."));
    }
}
