package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.InvalidCommand;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Show;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options of a request, read into values; what cannot be read says so with an example. */
final class Given {
    /** The search cuts queries here, and no topic is longer. */
    static final int MAX_TOPIC = 300;

    /** In one title. */
    private static final int MOST_COMMAS = 12;

    private static final List<String> ANYTHING = List.of("all", "any", "everything");

    private final CommandRequest request;
    private final String example;

    Given(CommandRequest request, String example) {
        this.request = request;
        this.example = example;
    }

    Optional<LocalTime> time(String option) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        Optional<LocalTime> time = typed.flatMap(TimeText::read);
        require(typed, time, "'%s' is no time of day.", "Times go from 0:00 to 23:59; 8am and 8:30pm work too.");
        return time;
    }

    Optional<ZoneId> zone(String option) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        Optional<ZoneId> zone = typed.flatMap(Zones::read);
        if (typed.isPresent() && zone.isEmpty()) {
            var near = Zones.near(typed.get());
            require(
                    typed,
                    zone,
                    "'%s' is no time zone that I know.",
                    near.isEmpty()
                            ? Phrase.of(
                                    "Name a region and city, such as Europe/Berlin, America/New_York or Asia/Tokyo.")
                            : Phrase.of("Did you mean %s?", Phrase.or(near)));
        }
        return zone;
    }

    Optional<Set<DayOfWeek>> days(String option) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        Optional<Set<DayOfWeek>> days = typed.flatMap(Weekdays::read);
        require(
                typed,
                days,
                "'%s' names no weekdays.",
                "Allowed are daily, weekdays, weekends, or days such as mon,wed,fri.");
        return days;
    }

    Optional<Integer> count(String option) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        Optional<Integer> count = typed.filter(text -> text.matches("[1-9]|10")).map(Integer::valueOf);
        require(typed, count, "'%s' is no number of insights.", "A brief has 1 to 10 insights.");
        return count;
    }

    /** A day that has been, at most {@code most} days ago. */
    Optional<LocalDate> past(String option, LocalDate today, int most) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        Optional<LocalDate> day = typed.flatMap(text -> DateText.past(text, today));
        require(
                typed,
                day,
                "'%s' is no day.",
                Phrase.of("Allowed are today, yesterday, a weekday, or a date such as %s.", iso(today.minusDays(3))));
        require(
                typed,
                day.filter(date -> !date.isAfter(today)),
                "'%s' has not come yet.",
                "Name today or a day before.");
        require(
                typed,
                day.filter(date -> !date.isBefore(today.minusDays(most))),
                "'%s' is too long ago.",
                Phrase.of("Briefs go back %d days.", most));
        return day;
    }

    Optional<Instant> since(String option, ZoneId zone) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        Optional<Instant> since = typed.flatMap(text -> DateText.since(text, request.now(), zone));
        require(
                typed,
                since,
                "'%s' is no time that I can count from.",
                Phrase.of(
                        "Allowed are 24h, 7d, 2w, 3m, yesterday, a weekday, or a date such as %s.",
                        iso(LocalDate.ofInstant(request.now(), zone).minusDays(7))));
        require(
                typed,
                since.filter(moment -> !moment.isAfter(request.now())),
                "'%s' has not come yet.",
                "Name a day before.");
        return since;
    }

    /** The last day of something, not before today. */
    Optional<LocalDate> until(String option, LocalDate today) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        Optional<LocalDate> day = typed.flatMap(text -> DateText.coming(text, today));
        require(
                typed,
                day,
                "'%s' is no day.",
                Phrase.of("Allowed are 10d, 2w, 1m, a weekday, or a date such as %s.", iso(today.plusDays(14))));
        require(typed, day.filter(date -> !date.isBefore(today)), "'%s' is over.", "Name today or a day to come.");
        return day;
    }

    /** Topics between commas; an empty list when everything is wanted. */
    Optional<List<String>> topics(String option) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        if (typed.isEmpty() || ANYTHING.contains(typed.get().toLowerCase(java.util.Locale.ROOT))) {
            return typed.map(anything -> List.of());
        }
        Set<String> topics = new LinkedHashSet<>();
        for (String topic : typed.get().split("[,;]", -1)) {
            if (!topic.isBlank()) {
                topics.add(topic(topic));
            }
        }
        require(
                typed,
                Optional.of(topics).filter(some -> !some.isEmpty()),
                "'%s' names no topic.",
                "Put commas between topics.");
        return Optional.of(List.copyOf(topics));
    }

    /** A topic: words, not too many. */
    String topic(String typed) throws InvalidCommand {
        String topic = typed.strip().replaceAll("\\s+", " ");
        if (topic.length() > MAX_TOPIC) {
            throw new InvalidCommand(
                    Phrase.of("That topic is too long: '%s'.", InvalidCommand.echo(topic)),
                    Phrase.of("A topic has at most %d characters; two or three words find most.", MAX_TOPIC),
                    example);
        }
        if (topic.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new InvalidCommand(
                    Phrase.of("'%s' has no words in it.", InvalidCommand.echo(topic)),
                    Phrase.of("A topic needs words or numbers."),
                    example);
        }
        return topic;
    }

    /** Ids of the named shows, between commas; an empty set when all are wanted. */
    Optional<Set<String>> shows(String option, List<Show> followed) throws InvalidCommand {
        Optional<String> typed = request.option(option);
        if (typed.isEmpty() || ANYTHING.contains(typed.get().toLowerCase(java.util.Locale.ROOT))) {
            return typed.map(all -> Set.of());
        }
        List<String> parts = Arrays.asList(typed.get().split("[,;]", -1));
        Set<String> ids = new LinkedHashSet<>();
        int at = 0;
        while (at < parts.size()) {
            int end = titleEnd(parts, at, followed);
            String name = String.join(",", parts.subList(at, end));
            if (!name.isBlank()) {
                ids.add(ShowNames.find(name, followed, example).id());
            }
            at = end;
        }
        return Optional.of(ids);
    }

    /** A title may have commas of its own: takes as many parts as make one whole title, else one. */
    private static int titleEnd(List<String> parts, int at, List<Show> followed) {
        for (int end = Math.min(parts.size(), at + MOST_COMMAS + 1); end > at + 1; end--) {
            if (ShowNames.exactly(String.join(",", parts.subList(at, end)), followed)
                    .isPresent()) {
                return end;
            }
        }
        return at + 1;
    }

    private void require(Optional<String> typed, Optional<?> read, String wrong, String allowed) throws InvalidCommand {
        require(typed, read, wrong, Phrase.of(allowed));
    }

    private void require(Optional<String> typed, Optional<?> read, String wrong, Phrase allowed) throws InvalidCommand {
        if (typed.isPresent() && read.isEmpty()) {
            throw new InvalidCommand(Phrase.of(wrong, InvalidCommand.echo(typed.get())), allowed, example);
        }
    }

    /** As one may type it, in every language. */
    private static String iso(LocalDate day) {
        return day.toString();
    }
}
