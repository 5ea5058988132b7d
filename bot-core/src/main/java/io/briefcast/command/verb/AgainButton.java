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
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import io.briefcast.subscription.Audience;
import java.util.Map;
import java.util.Optional;

/** Asks a remembered question again for whoever presses: the next page, or the same for the whole channel. */
final class AgainButton implements Button {
    private final boolean share;
    private final CommandCatalogue commands;
    private final Questions questions;
    private final Orders orders;

    private AgainButton(boolean share, CommandCatalogue commands, Ports ports) {
        this.share = share;
        this.commands = commands;
        this.questions = ports.questions();
        this.orders = new Orders(ports.subscriptions());
    }

    static AgainButton forAsker(CommandCatalogue commands, Ports ports) {
        return new AgainButton(false, commands, ports);
    }

    static AgainButton forEverybody(CommandCatalogue commands, Ports ports) {
        return new AgainButton(true, commands, ports);
    }

    @Override
    public String verb() {
        return share ? "share" : "page";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Question question = questions.find(argument).orElseThrow(AgainButton::forgotten);
        Command command = commands.find(question.path()).orElseThrow(AgainButton::forgotten);
        command.spec()
                .right()
                .require(press.asker(), press.place(), command.spec().example());
        if (share) {
            requireShareable(press, question);
        }
        Answer answer = command.answer(
                new CommandRequest(press.asker(), press.place(), question.path(), question.options(), press.now()));
        return share ? shared(press, argument, answer.message()) : answer;
    }

    private Answer shared(Press press, String argument, Message message) {
        if (!isFirst(press, argument)) {
            return Said.sentence("It is shared already.").toAsker(press.asker());
        }
        boolean personal = orders.here(press.asker(), press.place()).audience().kind() == Audience.Kind.PERSON;
        return Answer.toEverybody(Sharing.shared(message, name(press), personal))
                .labelled(Map.of(press.actionId(), "Shared"));
    }

    /** What was shared is remembered like a question, under an id that no button carries. */
    private synchronized boolean isFirst(Press press, String argument) {
        Question mark = new Question(
                "shared",
                Map.of(
                        "question", argument,
                        "place", press.place().address(),
                        "message", press.messageId(),
                        "person", press.asker().id()));
        if (questions.find(mark.id()).isPresent()) {
            return false;
        }
        questions.remember(mark);
        return true;
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
        return Optional.of(press.asker().name())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> Phrase.of("somebody").in(press.asker().locale()));
    }

    private static InvalidCommand forgotten() {
        return new InvalidCommand(
                "What this button asked is forgotten by now.", "Ask again.", "/insights compute strategy");
    }
}
