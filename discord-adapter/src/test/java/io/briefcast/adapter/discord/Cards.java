package io.briefcast.adapter.discord;

import io.briefcast.message.Action;
import io.briefcast.message.Block;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Insight cards as the core makes them. */
final class Cards {
    private static final URI LISTEN = URI.create("https://cdn.example.org/e.mp3#t=754");

    private Cards() {}

    static Block.InsightCard card(int position, String headline, String explanation, String quote) {
        return card(position, headline, explanation, quote, "Held-Out Set");
    }

    static Block.InsightCard card(int position, String headline, String explanation, String quote, String show) {
        return new Block.InsightCard(
                "4f0c",
                position,
                headline,
                explanation,
                quote,
                "Ada Moreno",
                show,
                "The small model in the middle",
                Instant.parse("2026-06-10T13:00:00Z"),
                Duration.ofSeconds(754),
                true,
                Optional.of(LISTEN),
                Optional.empty(),
                Optional.of(URI.create("https://cdn.example.org/art.png")),
                List.of("It is about what you follow"),
                List.of(
                        Action.press("more:4f0c", "More like this"),
                        Action.press("less:4f0c", "Less like this"),
                        Action.press("save:4f0c", "Save"),
                        Action.press("related:4f0c", "Related"),
                        Action.press("why:4f0c", "Why"),
                        Action.open("listen:4f0c", "Listen", LISTEN)),
                Optional.empty(),
                List.of());
    }
}
