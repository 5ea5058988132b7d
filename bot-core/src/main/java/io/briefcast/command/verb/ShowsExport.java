package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Question;
import io.briefcast.feed.Opml;
import io.briefcast.message.Phrase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** {@code /briefcast shows export}: the followed shows as a list that podcast apps import. */
final class ShowsExport implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows export",
            "The followed shows as a list (OPML) for other apps",
            List.of(),
            "/briefcast shows export",
            false);

    private final KnownShows shows;
    private final Document document;

    ShowsExport(Ports ports) {
        this.shows = new KnownShows(ports);
        this.document = new Document(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        // One element a line, so that the parts end where a reader expects it.
        String opml = new String(Opml.write(shows.of(request.asker()), request.now()), StandardCharsets.UTF_8)
                .replace("><", ">\n<");
        return Answer.toAsker(
                document.part(request, Phrase.of("Followed shows (OPML)"), opml, new Question(SPEC.path(), Map.of())));
    }
}
