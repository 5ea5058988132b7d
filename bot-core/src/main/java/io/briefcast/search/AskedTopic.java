package io.briefcast.search;

import io.briefcast.insight.Insight.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody asks for, taken apart.
 *
 * @param topic what it is about
 * @param show only this show
 * @param speaker only what this person said
 * @param role as which the speaker was named, such as {@code founder of Acme}
 * @param span only what came out then
 * @param kind only insights of this kind
 */
public record AskedTopic(
        String topic,
        Optional<Named> show,
        Optional<String> speaker,
        Optional<String> role,
        Optional<Span> span,
        Optional<Kind> kind) {
    /** A topic and nothing else. */
    static AskedTopic of(String topic) {
        return new AskedTopic(
                topic, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    AskedTopic by(String name, Optional<String> as) {
        return new AskedTopic(topic, show, Optional.of(name), as, span, kind);
    }

    AskedTopic in(Named named) {
        return new AskedTopic(topic, Optional.of(named), speaker, role, span, kind);
    }

    AskedTopic during(Optional<Span> days) {
        return new AskedTopic(topic, show, speaker, role, days, kind);
    }

    AskedTopic of(Kind only) {
        return new AskedTopic(topic, show, speaker, role, span, Optional.of(only));
    }

    /** A show by its id and its title. */
    public record Named(String id, String title) {}

    /**
     * A stretch of days by somebody's clock.
     *
     * @param from the first day; empty means since ever
     * @param to the day after the last; empty means until now
     */
    public record Span(Optional<LocalDate> from, Optional<LocalDate> to, ZoneId zone) {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

        static Span since(LocalDate first, ZoneId zone) {
            return new Span(Optional.of(first), Optional.empty(), zone);
        }

        Optional<Instant> start() {
            return from.map(day -> day.atStartOfDay(zone).toInstant());
        }

        Optional<Instant> end() {
            return to.map(day -> day.atStartOfDay(zone).toInstant());
        }

        /** {@code since 1 March 2026}. */
        String words() {
            String last = to.map(day -> DAY.format(day.minusDays(1))).orElse("");
            String first = from.map(DAY::format).orElse("");
            if (to.isEmpty()) {
                return "since " + first;
            }
            if (from.isEmpty()) {
                return "until " + last;
            }
            return first.equals(last) ? "on " + first : "from %s to %s".formatted(first, last);
        }
    }

    /** What was understood beside the topic, in words: {@code by Jane Roe}, {@code since 1 March 2026}. */
    public List<String> understood() {
        return Stream.of(
                        speaker.map(name ->
                                "by " + name + role.map(" (%s)"::formatted).orElse("")),
                        show.map(named -> "in " + named.title()),
                        span.map(Span::words),
                        kind.map(only -> "among the " + plural(only)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String plural(Kind kind) {
        return kind == Kind.ADVICE ? "pieces of advice" : kind.word() + "s";
    }

    /** The same without what somebody chose apart from the text: that goes before what the text says. */
    AskedTopic beside(TopicQuery chosen) {
        boolean timed = chosen.from().isPresent() || chosen.to().isPresent();
        return new AskedTopic(
                topic,
                show.filter(named -> chosen.showId().isEmpty()),
                speaker.filter(name -> chosen.speaker().isEmpty()),
                role,
                span.filter(days -> !timed),
                kind.filter(only -> chosen.kind().isEmpty()));
    }

    /** The question for the index: what was chosen, and what the text says beside it. */
    TopicQuery narrow(TopicQuery chosen) {
        return new TopicQuery(
                topic,
                chosen.showId().or(() -> show.map(Named::id)),
                chosen.speaker().or(() -> speaker),
                chosen.from().or(() -> span.flatMap(Span::start)),
                chosen.to().or(() -> span.flatMap(Span::end)),
                chosen.page(),
                chosen.pageSize(),
                chosen.within(),
                chosen.kind().or(() -> kind));
    }
}
