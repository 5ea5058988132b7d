package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import java.util.Optional;

/** Asks a remembered question again for whoever presses: the next page, or the same for the whole channel. */
final class AgainButton implements Button {
    private final boolean share;
    private final CommandCatalogue commands;
    private final Questions questions;

    AgainButton(boolean share, CommandCatalogue commands, Questions questions) {
        this.share = share;
        this.commands = commands;
        this.questions = questions;
    }

    @Override
    public String verb() {
        return share ? "share" : "page";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Question question = questions.find(argument).orElseThrow(AgainButton::forgotten);
        Command command = commands.find(question.path()).orElseThrow(AgainButton::forgotten);
        if (share) {
            requireShareable(press, question);
        }
        Answer answer = command.answer(
                new CommandRequest(press.asker(), press.place(), question.path(), question.options(), press.now()));
        return share ? Answer.toEverybody(Sharing.shared(answer.message(), name(press))) : answer;
    }

    private static void requireShareable(Press press, Question question) throws InvalidCommand {
        if (press.place().direct() || !Sharing.isShareable(question)) {
            throw new InvalidCommand(
                    "This cannot be shared here.",
                    "Briefs and topics can be shared, from within a channel.",
                    "/insights compute strategy");
        }
    }

    private static String name(Press press) {
        return Optional.of(press.asker().name()).filter(name -> !name.isBlank()).orElse("somebody");
    }

    private static InvalidCommand forgotten() {
        return new InvalidCommand(
                "What this button asked is forgotten by now.", "Ask again.", "/insights compute strategy");
    }
}
