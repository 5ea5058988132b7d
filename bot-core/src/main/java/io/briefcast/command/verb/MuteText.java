package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.language.Aliases;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Mute;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what is to be followed, muted, or heard as before; a topic by the name that is shown. */
final class MuteText {
    static final Option KIND =
            Option.choice("kind", "What it is; a topic if not said", List.of("topic", "show", "speaker", "phrase"));

    private final KnownShows shows;
    private final Supplier<Aliases> aliases;
    private final String example;

    MuteText(Ports ports, String example) {
        this.shows = new KnownShows(ports);
        this.aliases = ports.aliases();
        this.example = example;
    }

    Mute mute(CommandRequest request, Optional<LocalDate> until) throws InvalidCommand {
        return new Mute(kind(request), value(request, "what"), until);
    }

    Follow follow(CommandRequest request, Optional<LocalDate> until) throws InvalidCommand {
        return new Follow(kind(request), value(request, "topic"), until);
    }

    private static Mute.Kind kind(CommandRequest request) {
        return Mute.Kind.valueOf(request.option("kind").orElse("topic").toUpperCase(Locale.ROOT));
    }

    /** What was named; of a show its id. */
    private String value(CommandRequest request, String option) throws InvalidCommand {
        String named = new Given(request, example).topic(request.option(option).orElse(""));
        return switch (kind(request)) {
            case SHOW ->
                ShowNames.find(named, shows.of(request.asker()), example).id();
            case TOPIC -> aliases.get().shown(named);
            case SPEAKER, PHRASE -> named;
        };
    }
}
