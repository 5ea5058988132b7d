package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ShowDesk;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.util.Optional;

/** Stops following a show, once somebody who may has confirmed. */
final class RemoveButton implements Button {
    private final Shows shows;
    private final ShowDesk desk;

    RemoveButton(Ports ports) {
        this.shows = ports.shows();
        this.desk = ports.showDesk();
    }

    @Override
    public String verb() {
        return "remove";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        ShowsRemove.requireAdmin(press.asker());
        Optional<Show> show = shows.find(argument);
        if (show.isEmpty()) {
            return Answer.replacing(
                    Said.sentence("That show is not followed any more.").message(press.asker()));
        }
        desk.unfollow(argument);
        return Answer.replacing(Said.sentence(
                        "%s is not followed any more.", show.get().title())
                .note("/briefcast shows add %s follows it again.", show.get().feed())
                .message(press.asker()));
    }
}
