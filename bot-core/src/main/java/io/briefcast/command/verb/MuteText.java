package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Mute;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is to be followed, muted, or heard as before. */
final class MuteText {
    static final Option KIND =
            Option.choice("kind", "What it is; a topic if not said", List.of("topic", "show", "speaker", "phrase"));

    private MuteText() {}

    static Mute read(CommandRequest request, KnownShows shows, Optional<LocalDate> until, String example)
            throws InvalidCommand {
        return new Mute(kind(request), value(request, "what", shows, example), until);
    }

    static Follow follow(CommandRequest request, KnownShows shows, Optional<LocalDate> until, String example)
            throws InvalidCommand {
        return new Follow(kind(request), value(request, "topic", shows, example), until);
    }

    private static Mute.Kind kind(CommandRequest request) {
        return Mute.Kind.valueOf(request.option("kind").orElse("topic").toUpperCase(Locale.ROOT));
    }

    /** What was named; of a show its id. */
    private static String value(CommandRequest request, String option, KnownShows shows, String example)
            throws InvalidCommand {
        String named = new Given(request, example).topic(request.option(option).orElse(""));
        return kind(request) == Mute.Kind.SHOW
                ? ShowNames.find(named, shows.of(request.asker()), example).id()
                : named;
    }
}
