package io.briefcast.command.verb;

import io.briefcast.command.CommandRequest;
import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        blocks.add(new Block.Buttons(actions.stream()
                .map(action -> action.in(request.asker().locale()))
                .toList()));
        return message.with(blocks);
    }

    /**
     * The message without that button, and with who shared it.
     *
     * @param personal whether it was picked for that person: then nobody else learns from the reasons what they follow
     */
    static Message shared(Message message, String by, boolean personal) {
        Stream<Block> blocks = message.blocks().stream()
                .filter(block -> !(block instanceof Block.Buttons))
                .map(block -> personal && block instanceof Block.InsightCard card ? card.withoutReasons() : block);
        Block sharer = new Block.Footnote(Phrase.of("Shared by %s", by).in(message.language()));
        return message.with(Stream.concat(blocks, Stream.of(sharer)).toList());
    }
}
