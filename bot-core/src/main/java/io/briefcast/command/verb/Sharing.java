package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts the button under an answer that shows it to the whole channel. */
final class Sharing {
    /** Nothing about a person is ever shared, whatever id a button carries. */
    private static final Set<String> SHAREABLE = Set.of("brief", "insights");

    private final Questions questions;

    Sharing(Questions questions) {
        this.questions = questions;
    }

    static boolean isShareable(Question question) {
        return SHAREABLE.contains(question.path());
    }

    /** The message with the button, where there is somebody to share with. */
    Message offer(Message message, CommandRequest request, Action... others) {
        List<Action> actions = new ArrayList<>(List.of(others));
        if (!request.place().direct()) {
            Question question = new Question(request.path(), request.options());
            questions.remember(question);
            actions.add(Action.press("share:" + question.id(), "Share to channel"));
        }
        if (actions.isEmpty()) {
            return message;
        }
        List<Block> blocks = new ArrayList<>(message.blocks());
        blocks.add(new Block.Buttons(actions));
        return new Message(message.title(), blocks);
    }

    /** The message without that button, and with who shared it. */
    static Message shared(Message message, String by) {
        List<Block> blocks = new ArrayList<>();
        message.blocks().forEach(block -> {
            if (!(block instanceof Block.Buttons)) {
                blocks.add(block);
            }
        });
        blocks.add(new Block.Footnote("Shared by " + by));
        return new Message(message.title(), blocks);
    }
}
