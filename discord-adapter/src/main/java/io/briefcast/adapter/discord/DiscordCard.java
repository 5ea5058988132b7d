package io.briefcast.adapter.discord;

import io.briefcast.message.Block.InsightCard;
import io.briefcast.message.Phrase;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of an insight card: the claim with its quote, and where it comes from. */
final class DiscordCard {
    private static final int MAX_NAME = 60;
    private static final String GAP = " · ";
    private final InsightCard card;
    private final CardRoom room;
    private final Locale language;

    DiscordCard(InsightCard card, CardRoom room, Locale language) {
        this.card = card;
        this.language = language;
        this.room = room;
    }

    /** Headline in bold, explanation, quote, and the source in small print. */
    String words() {
        String number = card.position() > 0 ? card.position() + "\\. " : "";
        String headline = marked(card.title(), "__", room.headline());
        return lines(
                "**" + number + (headline.isEmpty() ? said("Untitled") : headline) + "**",
                room.explanation() == 0 ? "" : marked(card.explanation(), "**", room.explanation()),
                quote(),
                source(),
                reasons());
    }

    private String source() {
        String clock = clock(card.moment());
        String moment = card.approximate() ? said("about %s", clock) : clock;
        return "-# "
                + Stream.of(
                                DiscordText.markdown(card.speaker(), MAX_NAME),
                                italic(DiscordText.markdown(card.show(), MAX_NAME)),
                                DiscordText.link(
                                        card.page().filter(ignored -> room.complete() && !room.gathered()),
                                        card.episode(),
                                        MAX_NAME),
                                DiscordText.link(card.listen().filter(ignored -> !room.gathered()), moment, MAX_NAME),
                                DiscordText.date(card.published()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(GAP));
    }

    private String quote() {
        if (card.headlineIsQuote()) {
            return "";
        }
        String words = marked(card.quote(), "**", room.quote());
        return words.isEmpty() ? "" : "> “" + words + "”";
    }

    private String marked(String text, String sign, int max) {
        return DiscordText.marked(card.words(text), sign, max);
    }

    private String reasons() {
        if (room.reasons() == 0 || card.reasons().isEmpty()) {
            return "";
        }
        return "-# " + said("Why: %s", DiscordText.markdown(String.join("; ", card.reasons()), room.reasons()));
    }

    private String said(String english, Object... values) {
        return Phrase.of(english, values).in(language);
    }

    private static String italic(String markdown) {
        return markdown.isEmpty() ? "" : "*" + markdown + "*";
    }

    private static String lines(String... lines) {
        return Stream.of(lines).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** {@code 1:02:03}, or {@code 2:03} below an hour. */
    static String clock(Duration offset) {
        return offset.toHours() > 0
                ? "%d:%02d:%02d".formatted(offset.toHours(), offset.toMinutesPart(), offset.toSecondsPart())
                : "%d:%02d".formatted(offset.toMinutes(), offset.toSecondsPart());
    }
}
