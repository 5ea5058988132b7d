package io.briefcast.app.web;

import io.briefcast.app.MarkdownRenderer;
import io.briefcast.message.Block;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the page templates ask about blocks; they know it as {@code blocks}. */
@Component("blocks")
public final class Blocks {
    /** The variant of a block, such as {@code InsightCard}. */
    public String kind(Block block) {
        return block.getClass().getSimpleName();
    }

    /** A moment of an episode as {@code 1:02:03}. */
    public String moment(Duration offset) {
        return MarkdownRenderer.clock(offset);
    }
}
