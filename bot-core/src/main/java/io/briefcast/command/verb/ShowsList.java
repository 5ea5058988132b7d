package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Question;
import io.briefcast.command.TryAgain;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /briefcast shows list}: the shows that are followed. */
final class ShowsList implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast shows list", "The shows that are followed", List.of(), "/briefcast shows list", false);

    private final Shows shows;
    private final KnownShows known;
    private final Document document;

    ShowsList(Ports ports) {
        this.shows = ports.shows();
        this.known = new KnownShows(ports);
        this.document = new Document(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        List<Show> all = known.of(request.asker());
        if (all.isEmpty()) {
            return Said.sentence("No show is followed yet.")
                    .note("Example: /briefcast shows add https://example.org/feed.xml")
                    .toAsker(request.asker());
        }
        Map<String, FeedState> states = shows.states();
        String lines = all.stream()
                .map(show -> line(show, Optional.ofNullable(states.get(show.id())), request.asker()))
                .collect(Collectors.joining("\n"));
        Message listed = document.part(
                request,
                Phrase.of("Followed: %s", Words.count(all.size(), "show")),
                lines,
                new Question(SPEC.path(), Map.of()));
        return Answer.toAsker(withTryAgain(listed, all, states));
    }

    private static Message withTryAgain(Message listed, List<Show> all, Map<String, FeedState> states) {
        List<Show> stopped = all.stream()
                .filter(show -> Optional.ofNullable(states.get(show.id()))
                        .filter(FeedState::isStopped)
                        .isPresent())
                .toList();
        if (stopped.isEmpty()) {
            return listed;
        }
        List<Block> blocks = new ArrayList<>(listed.blocks());
        blocks.add(new Block.Buttons(TryAgain.buttons(stopped, listed.language())));
        return listed.with(blocks);
    }

    private static String line(Show show, Optional<FeedState> state, Asker asker) {
        return show.title()
                + state.flatMap(FeedState::trouble)
                        .map(trouble -> " (" + Phrase.kept(trouble).in(asker.locale()) + ")")
                        .orElse("");
    }
}
