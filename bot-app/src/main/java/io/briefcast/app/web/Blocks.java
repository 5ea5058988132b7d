package io.briefcast.app.web;

import io.briefcast.app.MarkdownRenderer;
import io.briefcast.message.Block;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the page templates ask about blocks; they know it as {@code blocks}. */
@Component("blocks")
public final class Blocks {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The variant of a block, such as {@code InsightCard}. */
    public String kind(Block block) {
        return block.getClass().getSimpleName();
    }

    /** A day as {@code 3 June 2026}, in UTC as feeds give it. */
    public String day(Instant moment) {
        return DAY.format(moment);
    }

    /** A moment of an episode as {@code 1:02:03}. */
    public String moment(Duration offset) {
        return MarkdownRenderer.clock(offset);
    }
}
