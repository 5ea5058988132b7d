package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ScheduleDesk;

/** Erases everything about a person, once that person has confirmed. */
final class EraseButton implements Button {
    private final ScheduleDesk desk;

    EraseButton(Ports ports) {
        this.desk = ports.scheduleDesk();
    }

    @Override
    public String verb() {
        return "erase";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        if (!press.asker().id().equals(argument)) {
            throw new InvalidCommand(
                    "That button belongs to somebody else.",
                    "Everybody can erase what is stored about themselves only.",
                    "/briefcast privacy delete");
        }
        desk.erase(argument);
        return Answer.replacing(
                Said.sentence("Everything that was stored about you is erased, and no direct message comes any more.")
                        .message(press.asker()));
    }
}
