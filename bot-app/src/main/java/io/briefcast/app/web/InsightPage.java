package io.briefcast.app.web;

import io.briefcast.app.TopicAnswers;
import io.briefcast.insight.Divergence;
import io.briefcast.insight.Insight;
import io.briefcast.message.Block.InsightCard;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.search.SearchResult.Hit;
import io.briefcast.subscription.Interests;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the page of one insight shows: its card, how sure the reading is, and what other shows say near it. */
@Component
final class InsightPage {
    private static final int RELATED = 10;
    /** A signal that says less than this says nothing. */
    private static final double NOTHING = 0.005;

    private final TopicAnswers topics;
    private final DailyBriefs briefs;
    private final InstantSource clock;

    InsightPage(TopicAnswers topics, DailyBriefs briefs, InstantSource clock) {
        this.topics = topics;
        this.briefs = briefs;
        this.clock = clock;
    }

    /**
     * One insight with everything around it.
     *
     * @param description one sentence or more for previews elsewhere
     * @param chapter in which it was said; empty when the episode has none there
     * @param found by whom it was found, and how sure that is
     * @param signals what each says to a reader without topics, strongest first
     * @param related what other shows say near it, nearest first
     */
    record View(
            InsightCard card,
            String description,
            String chapter,
            String found,
            List<SignalLine> signals,
            List<InsightCard> related) {}

    /** One signal and the signed part that it adds. */
    record SignalLine(String name, String part) {}

    /** The view of an insight; empty when its episode is gone. */
    Optional<View> of(Insight insight) {
        RankedInsight judged = briefs.judge(BriefPages.NOBODY, Interests.EVERYTHING, insight, clock.instant());
        return topics.card(insight)
                .map(card -> new View(
                        card.because(judged.reasons()),
                        insight.explanation().isEmpty() ? insight.quote().text() : insight.explanation(),
                        insight.chapter(),
                        found(insight),
                        signals(judged),
                        related(insight)));
    }

    private static String found(Insight insight) {
        return "Found by %s, as %s; it expects an editor to print it with a probability of %d %%."
                .formatted(insight.extractor(), kind(insight), Math.round(insight.quality() * 100));
    }

    private static String kind(Insight insight) {
        return switch (insight.kind()) {
            case ADVICE -> "advice";
            case CLAIM, PREDICTION, NUMBER, DISAGREEMENT ->
                "a " + insight.kind().word();
        };
    }

    private static List<SignalLine> signals(RankedInsight judged) {
        return judged.contributions().entrySet().stream()
                .filter(signal -> Math.abs(signal.getValue()) >= NOTHING)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(signal -> new SignalLine(signal.getKey(), "%+.2f".formatted(signal.getValue())))
                .toList();
    }

    private List<InsightCard> related(Insight insight) {
        return topics.related(insight, RELATED).stream()
                .map(Hit::insight)
                .flatMap(other -> topics.card(other).stream())
                .map(card -> Divergence.between(insight.headline(), card.headline())
                        ? card.because(List.of("it says it differently"))
                        : card)
                .toList();
    }
}
