package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** When and what: the options that personal and channel briefs share. What is not given stays as it was. */
final class TimeOptions {
    static final List<Option> ALL = List.of(
            Option.optional("at", "Time of day, such as 8:00", Kind.TIME),
            Option.optional("zone", "Time zone, such as Europe/Berlin", Kind.ZONE),
            Option.optional("days", "Weekdays, such as mon-fri", Kind.WEEKDAYS),
            Option.optional("topics", "Only these topics, with commas between; all for everything", Kind.TOPIC),
            Option.optional("shows", "Only these shows, with commas between; all for every show", Kind.SHOW),
            Option.optional("count", "How many insights at most, 1 to 10", Kind.COUNT));

    private final Shows shows;
    private final KnownShows known;

    TimeOptions(Ports ports) {
        this.shows = ports.shows();
        this.known = new KnownShows(ports);
    }

    /** What a request makes of an order. */
    UnaryOperator<Subscription> change(CommandRequest request, String example) throws InvalidCommand {
        Given given = new Given(request, example);
        UnaryOperator<BriefTime> time = time(given);
        UnaryOperator<Interests> interests = interests(request, example);
        return order -> order.with(time.apply(order.time())).with(interests.apply(order.interests()));
    }

    private static UnaryOperator<BriefTime> time(Given given) throws InvalidCommand {
        Optional<LocalTime> at = given.time("at");
        Optional<ZoneId> zone = given.zone("zone");
        Optional<Set<DayOfWeek>> days = given.days("days");
        return before -> new BriefTime(at.orElse(before.at()), zone.orElse(before.zone()), days.orElse(before.days()));
    }

    /** What an order says, in the words of the options; topics and shows are not there where all are wanted. */
    Map<String, List<String>> current(Subscription order) {
        Map<String, List<String>> current = new HashMap<>();
        current.put("at", List.of(order.time().at().toString()));
        current.put("zone", List.of(Zones.name(order.time().zone())));
        current.put(
                "days",
                order.time().days().stream().sorted().map(TimeOptions::word).toList());
        current.put("count", List.of(Integer.toString(order.interests().count())));
        if (!order.interests().topics().isEmpty()) {
            current.put("topics", order.interests().topics());
        }
        List<String> titles = order.interests().shows().stream()
                .flatMap(id -> shows.find(id).stream())
                .map(Show::title)
                .sorted()
                .toList();
        if (!titles.isEmpty()) {
            current.put("shows", titles);
        }
        return current;
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private UnaryOperator<Interests> interests(CommandRequest request, String example) throws InvalidCommand {
        Given given = new Given(request, example);
        Optional<List<String>> topics = given.topics("topics");
        Optional<Set<String>> only = given.shows("shows", known.of(request.asker()));
        Optional<Integer> count = given.count("count");
        int named = topics.map(List::size).orElse(0);
        if (named > Interests.MOST_FOLLOWS) {
            throw new InvalidCommand(
                    Phrase.of("These are %d topics.", named),
                    Phrase.of("At most %d can be followed.", Interests.MOST_FOLLOWS),
                    example);
        }
        return before -> topics.map(before::withTopics)
                .orElse(before)
                .withShows(only.orElse(before.shows()))
                .withCount(count.orElse(before.count()));
    }
}
