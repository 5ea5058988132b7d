package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.Right;
import io.briefcast.command.ShowDesk;
import io.briefcast.podcast.Show;
import java.util.Optional;

/** Stops following a show, once somebody who may has confirmed. */
final class RemoveButton implements Button {
    private final KnownShows shows;
    private final ShowDesk desk;

    RemoveButton(Ports ports) {
        this.shows = new KnownShows(ports);
        this.desk = ports.showDesk();
    }

    @Override
    public String verb() {
        return "remove";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Right.WORKSPACE.require(press.asker(), press.place(), "/briefcast topics mute The Rack kind:show");
        Optional<Show> show = shows.find(press.asker(), argument);
        if (show.isEmpty()) {
            return Answer.replacing(
                    Said.sentence("That show is not followed any more.").message(press.asker()));
        }
        desk.unfollow(press.asker().home(), argument);
        return Answer.replacing(Said.sentence(
                        "%s is not followed any more.", show.get().title())
                .note("/briefcast shows add %s follows it again.", show.get().feed())
                .message(press.asker()));
    }
}
