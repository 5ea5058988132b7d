package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Question;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /briefcast shows list}: the shows that are followed. */
final class ShowsList implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows list", "The shows that are followed", List.of(), "/briefcast shows list", false);

    private final Shows shows;
    private final Document document;

    ShowsList(Ports ports) {
        this.shows = ports.shows();
        this.document = new Document(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        List<Show> all = shows.all();
        if (all.isEmpty()) {
            return Said.sentence("No show is followed yet.")
                    .note("Example: /briefcast shows add https://example.org/feed.xml")
                    .toAsker();
        }
        Map<String, FeedState> states = shows.states();
        String lines = all.stream()
                .map(show -> line(show, Optional.ofNullable(states.get(show.id()))))
                .collect(Collectors.joining("\n"));
        return Answer.toAsker(document.part(
                "Followed: " + Words.count(all.size(), "show"),
                lines,
                new Question(SPEC.path(), Map.of()),
                request.option(Document.PART).orElse("1")));
    }

    private static String line(Show show, Optional<FeedState> state) {
        return show.title()
                + state.flatMap(FeedState::trouble)
                        .map(trouble -> " (" + trouble + ")")
                        .orElse("");
    }
}
