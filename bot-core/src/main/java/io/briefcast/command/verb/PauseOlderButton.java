package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.Right;
import io.briefcast.command.ShowDesk;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Show;
import java.util.Optional;

/** Sets aside the older episodes of a show that were not read yet. */
final class PauseOlderButton implements Button {
    static final String VERB = "aside";

    private final KnownShows shows;
    private final ShowDesk desk;

    PauseOlderButton(Ports ports) {
        this.shows = new KnownShows(ports);
        this.desk = ports.showDesk();
    }

    @Override
    public String verb() {
        return VERB;
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Right.WORKSPACE.require(press.asker(), press.place(), "/briefcast status");
        Optional<Show> show = shows.find(press.asker(), argument);
        int aside = show.isPresent() ? desk.pauseOlder(argument) : 0;
        String title = show.map(Show::title).orElse("a show that is gone");
        return Said.sentence(sentence(aside, title))
                .note("/briefcast shows backfill goes on.")
                .toAsker(press.asker());
    }

    private static Phrase sentence(int aside, String title) {
        return switch (aside) {
            case 0 -> Phrase.of("No older episode of %s waits any more.", title);
            case 1 -> Phrase.of("1 older episode of %s is set aside.", title);
            default -> Phrase.of("%,d older episodes of %s are set aside.", aside, title);
        };
    }
}
