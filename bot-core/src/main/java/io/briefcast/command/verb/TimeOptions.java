package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    TimeOptions(Shows shows) {
        this.shows = shows;
    }

    Subscription apply(Subscription order, CommandRequest request, String example) throws InvalidCommand {
        Given given = new Given(request, example);
        BriefTime before = order.time();
        BriefTime time = new BriefTime(
                given.time("at").orElse(before.at()),
                given.zone("zone").orElse(before.zone()),
                given.days("days").orElse(before.days()));
        return order.with(time).with(interests(order.interests(), given, example));
    }

    /** What an order says, in the words of the options; topics and shows are not there where all are wanted. */
    Map<String, List<String>> current(Subscription order) {
        Map<String, List<String>> current = new HashMap<>();
        current.put("at", List.of(order.time().at().toString()));
        current.put("zone", List.of(order.time().zone().getId()));
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

    private Interests interests(Interests before, Given given, String example) throws InvalidCommand {
        List<String> topics = given.topics("topics").orElse(before.topics());
        if (topics.size() > Interests.MOST_TOPICS) {
            throw new InvalidCommand(
                    "These are %d topics.".formatted(topics.size()),
                    "At most %d can be followed.".formatted(Interests.MOST_TOPICS),
                    example);
        }
        return before.withTopics(topics)
                .withShows(given.shows("shows", shows.all()).orElse(before.shows()))
                .withCount(given.count("count").orElse(before.count()));
    }
}
