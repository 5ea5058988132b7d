package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Right;
import io.briefcast.command.ShowDesk;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /briefcast shows reread}: has episodes read again that an earlier version read, or another model. */
final class ShowsReread implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows reread",
            "Read episodes again that an earlier version read, or another model",
            List.of(
                    Option.optional("show", "Title of the show; all when left out", Kind.SHOW),
                    Option.optional(
                            "since", "Since then: 7d, 2w, 2026-03-01; the last 30 days when left out", Kind.SINCE)),
            "/briefcast shows reread The Rack since:2w",
            Right.WORKSPACE);

    private final KnownShows shows;
    private final ShowDesk desk;

    ShowsReread(Ports ports) {
        this.shows = new KnownShows(ports);
        this.desk = ports.showDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Asker asker = request.asker();
        Optional<Show> show = show(request);
        Optional<Instant> since = new Given(request, SPEC.example()).since("since", asker.zone());
        ShowDesk.Again again = desk.readAgain(
                show.map(one -> Followed.only(Set.of(one.id()))).orElseGet(() -> shows.list(asker)),
                since.orElse(request.now().minus(ShowDesk.LATELY)));
        Said said = again.asked() == 0 ? nothing(again) : asked(again, show);
        if (since.isEmpty()) {
            said.note("Only what came out in the last %d days; since: goes further back.", ShowDesk.LATELY.toDays());
        }
        return said.toAsker(asker);
    }

    private Optional<Show> show(CommandRequest request) throws InvalidCommand {
        Optional<String> typed = request.option("show");
        return typed.isEmpty()
                ? Optional.empty()
                : Optional.of(ShowNames.find(typed.get(), shows.of(request.asker()), SPEC.example()));
    }

    private static Said nothing(ShowDesk.Again again) {
        return others(again, Said.sentence("There is nothing more for %s to read again.", again.reader()));
    }

    private static Said asked(ShowDesk.Again again, Optional<Show> show) {
        Phrase episodes = Words.count(again.asked(), "episode");
        Said said = Said.sentence(
                        "%s reads %s again, behind everything that is new.",
                        again.reader(),
                        show.map(one -> Phrase.of("%s of %s", episodes, one.title()))
                                .orElse(episodes))
                .note(
                        "One every two minutes; until then, what was found stays. What is found again is not sent again.");
        if (again.more() > 0) {
            said.note("%s more can be asked for after these.", Words.count(again.more(), "episode"));
        }
        again.cost().ifPresent(cost -> said.note("What it costs: %s.", Phrase.kept(cost)));
        return others(again, said);
    }

    private static Said others(ShowDesk.Again again, Said said) {
        if (again.left() > 0) {
            said.note(
                    "Left as they are, because %s read them: %s", again.reader(), Words.count(again.left(), "episode"));
        }
        if (again.waiting() > 0) {
            said.note("Waiting to be read again: %s", Words.count(again.waiting(), "episode"));
        }
        return said;
    }
}
