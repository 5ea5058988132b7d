package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Right;
import io.briefcast.message.Action;
import io.briefcast.podcast.Show;
import java.util.List;

/** {@code /briefcast shows remove}: asks whether a show is really to be forgotten, for everybody in the workspace. */
final class ShowsRemove implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows remove",
            "Stop following a show and forget what was found in it",
            List.of(Option.required("show", "Title of the show", Kind.SHOW)),
            "/briefcast shows remove The Rack",
            Right.WORKSPACE);

    private final KnownShows shows;

    ShowsRemove(Ports ports) {
        this.shows = new KnownShows(ports);
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Show show = ShowNames.find(request.option("show").orElse(""), shows.of(request.asker()), SPEC.example());
        return Said.sentence("Stop following %s, for everybody?", show.title())
                .and("All insights of its episodes are forgotten; saved ones keep their headline only.")
                .buttons(Action.press("remove:" + show.id(), "Stop following"))
                .toAsker(request.asker());
    }
}
