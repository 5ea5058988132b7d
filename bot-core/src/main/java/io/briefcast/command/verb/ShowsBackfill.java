package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Right;
import io.briefcast.command.ShowDesk;
import io.briefcast.message.Action;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Show;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast shows backfill}: reads older episodes of a show, for topics to find. */
final class ShowsBackfill implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows backfill",
            "Read older episodes of a show, for topics to find; briefs stay with what is new",
            List.of(
                    Option.required("show", "Title of the show", Kind.SHOW),
                    Option.optional("episodes", "How many, 1 to 200; 20 when left out", Kind.TEXT)),
            "/briefcast shows backfill The Rack episodes:50",
            Right.WORKSPACE);

    private static final int USUALLY = 20;
    private static final int MOST = 200;

    private final KnownShows shows;
    private final ShowDesk desk;

    ShowsBackfill(Ports ports) {
        this.shows = new KnownShows(ports);
        this.desk = ports.showDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        int count = count(request);
        Show show = ShowNames.find(request.option("show").orElse(""), shows.of(request.asker()), SPEC.example());
        ShowDesk.Older older = desk.readOlder(show.id(), count);
        if (older.known() == 0 && !older.pages()) {
            return Said.sentence("No older episode of %s is left to be read.", show.title())
                    .note("Only what its feed has listed is known, and what came out lately is read by itself.")
                    .toAsker(request.asker());
        }
        return Said.sentence(sentence(older, show))
                .note("/briefcast status says how far that is; asking again goes on after a pause.")
                .buttons(pause(show))
                .toAsker(request.asker());
    }

    private static Phrase sentence(ShowDesk.Older older, Show show) {
        if (older.pages()) {
            return Phrase.of(
                    "%,d older episodes of %s are read, and the older pages of its feed are searched for more.",
                    older.known(), show.title());
        }
        return older.known() == 1
                ? Phrase.of("1 older episode of %s is read, behind everything that is new.", show.title())
                : Phrase.of(
                        "%,d older episodes of %s are read, one every two minutes, behind everything that is new.",
                        older.known(), show.title());
    }

    private static int count(CommandRequest request) throws InvalidCommand {
        Optional<String> typed = request.option("episodes");
        if (typed.isEmpty()) {
            return USUALLY;
        }
        return typed.filter(text -> text.matches("[1-9]\\d{0,2}"))
                .map(Integer::valueOf)
                .filter(count -> count <= MOST)
                .orElseThrow(() -> new InvalidCommand(
                        Phrase.of("'%s' is no number of episodes.", InvalidCommand.echo(typed.get())),
                        Phrase.of("Allowed are 1 to %d.", MOST),
                        SPEC.example()));
    }

    /** The button that sets aside what was not read yet. */
    static Action pause(Show show) {
        return Action.press(PauseOlderButton.VERB + ":" + show.id(), "Pause");
    }
}
