package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.subscription.SavedInsights;
import io.briefcast.subscription.Votes;

/** Takes back a vote or a saved insight of the person; works for insights that are gone, too. */
final class UndoButton implements Button {
    private final Votes votes;
    private final SavedInsights saved;

    UndoButton(Ports ports) {
        this.votes = ports.votes();
        this.saved = ports.saved();
    }

    @Override
    public String verb() {
        return "undo";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        String[] parts = argument.split(":", 2);
        String insight = parts.length == 2 ? parts[1] : "";
        String person = press.asker().id();
        return switch (parts[0]) {
            case "vote" ->
                said(press, votes.retract(person, insight).isPresent(), "Your briefs no longer lean on this one.");
            case "save" -> said(press, saved.drop(person, insight), "It is no longer saved.");
            default ->
                throw new InvalidCommand(
                        "There is nothing behind this button to take back.",
                        "What was learned from you is listed.",
                        "/briefcast topics list");
        };
    }

    private static Answer said(Press press, boolean undone, String sentence) {
        return Answer.replacing(
                Said.sentence(undone ? sentence : "That was taken back before.").message(press.asker()));
    }
}
