package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ShowDesk;
import io.briefcast.command.TryAgain;
import io.briefcast.podcast.Show;

/** Asks a feed that stopped once more, for whoever follows it. */
final class TryAgainButton implements Button {
    private final KnownShows shows;
    private final ShowDesk desk;

    TryAgainButton(Ports ports) {
        this.shows = new KnownShows(ports);
        this.desk = ports.showDesk();
    }

    @Override
    public String verb() {
        return TryAgain.VERB;
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Show show = shows.find(press.asker(), argument)
                .orElseThrow(() -> new InvalidCommand(
                        "That show is not followed any more.",
                        "It can be followed anew.",
                        "/briefcast shows add https://example.org/feed.xml"));
        String sentence = switch (desk.tryAgain(show.id())) {
            case ASKED -> "%s is asked once more in a moment; /briefcast status says how that goes.";
            case TOO_SOON -> "%s was asked within the last hour; try again later.";
            case NOT_STOPPED -> "%s is being read; /briefcast status says how that goes.";
        };
        return Said.sentence(sentence, show.title()).toAsker(press.asker());
    }
}
