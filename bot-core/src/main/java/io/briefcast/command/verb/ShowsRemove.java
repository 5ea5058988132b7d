package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.message.Action;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.util.List;

/** {@code /briefcast shows remove}: asks whether a show is really to be forgotten, for everybody here. */
final class ShowsRemove implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows remove",
            "Stop following a show and forget what was found in it",
            List.of(Option.required("show", "Title of the show", Kind.SHOW)),
            "/briefcast shows remove The Rack",
            true);

    private final Shows shows;

    ShowsRemove(Ports ports) {
        this.shows = ports.shows();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        requireAdmin(request.asker());
        Show show = ShowNames.find(request.option("show").orElse(""), shows.all(), SPEC.example());
        return Said.sentence("Stop following %s, for everybody?", show.title())
                .and("All insights of its episodes are forgotten; saved ones keep their headline only.")
                .buttons(Action.press("remove:" + show.id(), "Stop following"))
                .toAsker(request.asker());
    }

    /** Direct messages have no channel whose managers could be asked, and a show is everybody's. */
    static void requireAdmin(Asker asker) throws InvalidCommand {
        if (!asker.admin()) {
            throw new InvalidCommand(
                    "Only people who manage this workspace can stop following a show.",
                    "For yourself, mute it.",
                    "/briefcast topics mute The Rack kind:show");
        }
    }
}
