package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ShowDesk;
import java.net.URI;
import java.util.List;

/** {@code /briefcast shows add}: follows a show, for everybody here. */
final class ShowsAdd implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows add",
            "Follow a show by the address of its feed",
            List.of(Option.required("feed", "Address of the show's RSS or Atom feed", Kind.TEXT)),
            "/briefcast shows add https://example.org/feed.xml",
            true);

    private final ShowDesk desk;

    ShowsAdd(Ports ports) {
        this.desk = ports.showDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        URI feed = FeedAddress.read(request.option("feed").orElse(""), SPEC.example());
        return desk.follow(feed)
                ? Said.sentence("Following %s from now on; it is read in a moment.".formatted(feed))
                        .note("/briefcast status says how that goes.")
                        .toAsker()
                : Said.sentence("%s is followed already.".formatted(feed)).toAsker();
    }
}
