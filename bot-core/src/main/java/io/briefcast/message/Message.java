package io.briefcast.message;

import java.util.List;
import java.util.Map;

/**
 * A chat message as the core sees it: blocks in reading order, no platform markup.
 *
 * @param title plain text that stands for the whole message in notifications and for screen readers
 * @param blocks what is shown, from top to bottom; all texts are plain and unescaped
 */
public record Message(String title, List<Block> blocks) {
    public Message {
        blocks = List.copyOf(blocks);
    }

    /** The same message, where buttons with these ids say something else. */
    public Message relabelled(Map<String, String> labels) {
        return new Message(
                title, blocks.stream().map(block -> relabelled(block, labels)).toList());
    }

    private static Block relabelled(Block block, Map<String, String> labels) {
        return switch (block) {
            case Block.Buttons buttons -> new Block.Buttons(relabelled(buttons.actions(), labels));
            case Block.InsightCard card -> card.with(relabelled(card.actions(), labels));
            case Block.Heading plain -> plain;
            case Block.Paragraph plain -> plain;
            case Block.Footnote plain -> plain;
            case Block.Divider plain -> plain;
            case Block.Image plain -> plain;
            case Block.Quotation plain -> plain;
            case Block.Choice plain -> plain;
        };
    }

    private static List<Action> relabelled(List<Action> actions, Map<String, String> labels) {
        return actions.stream()
                .map(action -> new Action(action.id(), labels.getOrDefault(action.id(), action.label()), action.link()))
                .toList();
    }
}
