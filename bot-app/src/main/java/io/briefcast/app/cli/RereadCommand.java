package io.briefcast.app.cli;

import io.briefcast.BriefcastSettings;
import io.briefcast.command.ShowDesk;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has episodes read again that another reader read than the one that reads now. */
@Command(
        name = "reread",
        mixinStandardHelpOptions = true,
        description = "Has episodes read again that an earlier version read, or another model.",
        footer = {
            "",
            "It only says which: 'serve' reads one every two minutes, 'brief' those whose turn has come.",
            "What was found in them stays until then, and what is found again is not sent again."
        })
final class RereadCommand implements Callable<Integer> {
    private static final int SHOWN = 5;

    private final Arguments arguments;

    @Option(names = "--show", paramLabel = "TITLE", description = "Only this show; a part of its title is enough.")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Only what came out since this day, such as 2026-03-01. Default: the last 30 days.")
    private Optional<String> day = Optional.empty();

    RereadCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = Contexts.working(arguments)) {
            Instant now = context.getBean(InstantSource.class).instant();
            ZoneId zone = context.getBean(BriefcastSettings.class).zoneOrLocal();
            Instant since = day.map(typed -> since(typed, now, zone)).orElse(now.minus(ShowDesk.LATELY));
            List<Show> shows = context.getBean(Shows.class).all();
            Followed which = title.map(
                            typed -> Followed.only(Set.of(named(typed, shows).id())))
                    .orElse(Followed.EVERYTHING);
            tell(context.getBean(Pipeline.class).readAgain(which, since));
            return 0;
        }
    }

    private static Instant since(String typed, Instant now, ZoneId zone) {
        Instant since = day(typed).atStartOfDay(zone).toInstant();
        if (since.isAfter(now)) {
            throw new Trouble("--since is %s, which has not come yet.".formatted(typed));
        }
        return since;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Trouble("--since is '%s'; it is a day such as 2026-03-01.".formatted(typed));
        }
    }

    private static Show named(String typed, List<Show> shows) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        List<Show> holding = shows.stream()
                .filter(show -> show.title().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        Optional<Show> exact = holding.stream()
                .filter(show -> show.title().toLowerCase(Locale.ROOT).equals(part))
                .findFirst();
        if (holding.isEmpty()) {
            throw new Trouble("No followed show has '%s' in its title.".formatted(typed));
        }
        if (exact.isEmpty() && holding.size() > 1) {
            String titles = holding.stream().map(Show::title).limit(SHOWN).collect(Collectors.joining(", "));
            throw new Trouble("'%s' could be %d shows, such as %s.".formatted(typed, holding.size(), titles));
        }
        return exact.orElse(holding.getFirst());
    }

    private static void tell(ShowDesk.Again again) {
        if (again.asked() == 0) {
            System.out.println("There is nothing more for %s to read again.".formatted(again.reader()));
        } else {
            System.out.println(
                    "%s will be read again by %s: 'serve' reads one every two minutes, 'brief' those whose turn has come."
                            .formatted(episodes(again.asked()), again.reader()));
        }
        if (again.more() > 0) {
            System.out.println("%s more can be asked for after these.".formatted(episodes(again.more())));
        }
        again.cost().ifPresent(cost -> System.out.println("What it costs: %s.".formatted(cost)));
        if (again.left() > 0) {
            System.out.println(
                    "Left as they are, because %s read them: %s.".formatted(again.reader(), episodes(again.left())));
        }
        if (again.waiting() > 0) {
            System.out.println("Waiting to be read again: %s.".formatted(episodes(again.waiting())));
        }
    }

    private static String episodes(int count) {
        return count == 1 ? "1 episode" : "%d episodes".formatted(count);
    }
}
