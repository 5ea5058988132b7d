package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.podcast.Shows;
import io.briefcast.subscription.Mute;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is to be muted or heard again. */
final class MuteText {
    static final Option KIND =
            Option.choice("kind", "What it is; a topic if not said", List.of("topic", "show", "speaker", "phrase"));

    private MuteText() {}

    static Mute read(CommandRequest request, Shows shows, Optional<LocalDate> until, String example)
            throws InvalidCommand {
        String what = new Given(request, example).topic(request.option("what").orElse(""));
        Mute.Kind kind =
                Mute.Kind.valueOf(request.option("kind").orElse("topic").toUpperCase(Locale.ROOT));
        String value = kind == Mute.Kind.SHOW
                ? ShowNames.find(what, shows.all(), example).id()
                : what;
        return new Mute(kind, value, until);
    }
}
