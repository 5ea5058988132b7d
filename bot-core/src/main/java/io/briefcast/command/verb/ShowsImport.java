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
import io.briefcast.feed.StarterPack;
import io.briefcast.message.Phrase;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast shows import}: follows all shows of a list, as podcast apps export it. */
final class ShowsImport implements Command {
    /** More at once would keep an installation busy for hours; the rest comes with the next import. */
    private static final int MOST = 500;

    private static final int PROBLEMS_SHOWN = 5;
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows import",
            "Follow all shows of a list (OPML), or of a starter pack",
            List.of(Option.required(
                    "list", "Address of an OPML file; or technology, or business-and-science", Kind.TEXT)),
            "/briefcast shows import https://example.org/shows.opml",
            Right.WORKSPACE);

    private final ShowDesk desk;

    ShowsImport(Ports ports) {
        this.desk = ports.showDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        String typed = request.option("list").orElse("");
        ShowDesk.Listing listing = list(typed);
        if (listing.feeds().isEmpty()) {
            throw new InvalidCommand(
                    Phrase.of("No show could be read from %s.", InvalidCommand.echo(typed)),
                    Phrase.of(
                            listing.problems().isEmpty()
                                    ? "The list is empty."
                                    : sentence(listing.problems().getFirst())),
                    SPEC.example());
        }
        List<URI> taken = listing.feeds().stream().limit(MOST).toList();
        long added = taken.stream()
                .filter(feed -> desk.follow(request.asker().home(), feed))
                .count();
        Said said = Said.sentence(
                "%s followed anew, %,d were followed before.", Words.count(added, "show"), taken.size() - added);
        if (listing.feeds().size() > MOST) {
            said.and(
                    "The list has %,d; import it again for the next ones.",
                    listing.feeds().size());
        }
        return said.lines(listing.problems().stream().limit(PROBLEMS_SHOWN).toList())
                .note("/briefcast status says how reading them goes.")
                .toAsker(request.asker());
    }

    private ShowDesk.Listing list(String typed) throws InvalidCommand {
        Optional<StarterPack> pack = StarterPack.named(typed);
        return pack.isPresent() ? desk.list(pack.get()) : desk.list(FeedAddress.read(typed, SPEC.example()));
    }

    private static String sentence(String problem) {
        return problem.endsWith(".") ? problem : problem + ".";
    }
}
