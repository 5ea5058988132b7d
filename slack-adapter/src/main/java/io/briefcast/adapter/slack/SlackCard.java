package io.briefcast.adapter.slack;

import io.briefcast.message.Block.InsightCard;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of an insight card: the claim with its quote, and where it comes from. */
final class SlackCard {
    private static final int MAX_NAME = 120;
    private static final String GAP = " · ";
    private final InsightCard card;
    private final CardRoom room;

    SlackCard(InsightCard card, CardRoom room) {
        this.card = card;
        this.room = room;
    }

    /** Headline in bold, explanation, quote. */
    String claim() {
        String number = card.position() > 0 ? card.position() + ". " : "";
        String headline = marked(card.title(), "_", room.headline());
        return lines(
                "*" + number + (headline.isEmpty() ? "Untitled" : headline) + "*",
                room.explanation() == 0 ? "" : marked(card.explanation(), "*", room.explanation()),
                quote());
    }

    /** Who said it where and when, and why it is here. */
    String source() {
        String origin = Stream.of(
                        SlackText.mrkdwn(card.speaker(), MAX_NAME),
                        italic(SlackText.mrkdwn(card.show(), MAX_NAME)),
                        SlackText.link(card.page(), card.episode(), MAX_NAME),
                        SlackText.link(card.listen(), moment(), MAX_NAME),
                        SlackText.date(card.published()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(GAP));
        return lines(origin, reasons());
    }

    /** All of it in one line, for notifications and screen readers. */
    String line() {
        String number = card.position() > 0 ? card.position() + ". " : "";
        String headline = SlackText.mrkdwn(card.title(), room.headline());
        String origin = Stream.of(card.speaker(), card.show())
                .map(name -> SlackText.mrkdwn(name, MAX_NAME))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return "%s%s (%s)"
                .formatted(
                        number,
                        headline.isEmpty() ? "Untitled" : headline,
                        Stream.of(origin, moment())
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")));
    }

    private String moment() {
        return (card.approximate() ? "about " : "") + clock(card.moment());
    }

    private String quote() {
        if (room.quote() == 0 || card.headlineIsQuote()) {
            return "";
        }
        String words = marked(card.quote(), "*", room.quote());
        return words.isEmpty() ? "" : ">“" + words + "”";
    }

    private String marked(String text, String sign, int max) {
        return SlackText.marked(card.words(text), sign, max);
    }

    private String reasons() {
        if (room.reasons() == 0 || card.reasons().isEmpty()) {
            return "";
        }
        return "Why: " + SlackText.mrkdwn(String.join("; ", card.reasons()), room.reasons());
    }

    private static String italic(String mrkdwn) {
        return mrkdwn.isEmpty() ? "" : "_" + mrkdwn + "_";
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
