package io.briefcast.message;

import java.util.List;

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
}
