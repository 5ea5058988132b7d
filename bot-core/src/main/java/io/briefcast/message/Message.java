package io.briefcast.message;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A chat message as the core sees it: blocks in reading order, no platform markup.
 *
 * @param title plain text that stands for the whole message in notifications and for screen readers
 * @param blocks what is shown, from top to bottom; all texts are plain and unescaped
 * @param language of the bot's own words in it, and of those that renderers add
 */
public record Message(String title, List<Block> blocks, Locale language) {
    public Message {
        blocks = List.copyOf(blocks);
        language = language.equals(Locale.ROOT) ? Locale.ENGLISH : language;
    }

    /** A message in English. */
    public Message(String title, List<Block> blocks) {
        this(title, blocks, Locale.ENGLISH);
    }

    /** The same with other blocks. */
    public Message with(List<Block> others) {
        return new Message(title, others, language);
    }

    /** The same message, where buttons with these ids say something else. */
    public Message relabelled(Map<String, String> labels) {
        return with(blocks.stream().map(block -> relabelled(block, labels)).toList());
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
