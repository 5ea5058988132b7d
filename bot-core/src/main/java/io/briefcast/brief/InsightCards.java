package io.briefcast.brief;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insight.Kind;
import io.briefcast.insight.Quote;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Block.InsightCard;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.search.SearchResult.Spoken;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns an insight into the card that every platform shows. */
public final class InsightCards {
    private final Optional<URI> publicUrl;

    /**
     * Cards.
     *
     * @param publicUrl where the web pages are reached; empty means cards without a page
     */
    public InsightCards(Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * A card with all its buttons.
     *
     * @param position 1 for the first, 0 for none
     * @param reasons why it is shown, strongest first
     * @param language of the words on its buttons
     */
    public InsightCard card(
            Insight insight, Show show, Episode episode, int position, List<String> reasons, Locale language) {
        Optional<URI> listen = MomentLink.of(episode, insight.quote().start());
        return new InsightCard(
                insight.id(),
                position,
                insight.headline(),
                insight.explanation(),
                insight.quote().text(),
                insight.quote().speaker(),
                show.title(),
                episode.title(),
                insight.published(),
                insight.quote().start(),
                insight.quote().approximate(),
                listen,
                page(insight.id()),
                show.artwork(),
                reasons,
                actions(insight.id(), listen).stream()
                        .map(action -> action.in(language))
                        .toList(),
                kind(insight.kind()).map(kind -> kind.in(language)),
                List.of());
    }

    private static Optional<Phrase> kind(Kind kind) {
        return switch (kind) {
            case CLAIM -> Optional.empty();
            case PREDICTION -> Optional.of(Phrase.of("Prediction"));
            case NUMBER -> Optional.of(Phrase.of("Number"));
            case ADVICE -> Optional.of(Phrase.of("Advice"));
            case DISAGREEMENT -> Optional.of(Phrase.of("Disagreement"));
        };
    }

    /** Words that were said, with who said them, where and when: {@code Ada Moss, The Rack, Rent or Own, 3:03}. */
    public Block.Quotation quotation(Spoken spoken, Show show, Episode episode, Locale language) {
        Quote quote = spoken.quote();
        String speaker = quote.speaker().isEmpty() ? "" : quote.speaker() + ", ";
        String clock = clock(quote.start());
        String moment = quote.approximate() ? Phrase.of("about %s", clock).in(language) : clock;
        return new Block.Quotation(
                quote.text(),
                "%s%s, %s, %s".formatted(speaker, show.title(), episode.title(), moment),
                MomentLink.of(episode, quote.start()),
                spoken.marked());
    }

    private static String clock(Duration offset) {
        return offset.toHours() > 0
                ? "%d:%02d:%02d".formatted(offset.toHours(), offset.toMinutesPart(), offset.toSecondsPart())
                : "%d:%02d".formatted(offset.toMinutes(), offset.toSecondsPart());
    }

    /** Address of an insight's own page; empty without a public address. */
    public Optional<URI> page(String insightId) {
        return publicUrl.map(root -> URI.create(root.toString().replaceFirst("/+$", "") + "/insights/" + insightId));
    }

    private static List<Action> actions(String id, Optional<URI> listen) {
        List<Action> actions = new ArrayList<>(List.of(
                Action.press("more:" + id, "More like this"),
                Action.press("less:" + id, "Less like this"),
                Action.press("save:" + id, "Save"),
                Action.press("related:" + id, "Related"),
                Action.press("why:" + id, "Why")));
        listen.ifPresent(link -> actions.add(Action.open("listen:" + id, "Listen", link)));
        return actions;
    }
}
