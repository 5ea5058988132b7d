package io.briefcast.app.web;

import io.briefcast.app.TopicAnswers;
import io.briefcast.insight.Insight;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.SearchResult.Hit;
import io.briefcast.subscription.Interests;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The page of one insight: its card, how sure the reading is, and what other shows say near it. */
@Component
final class InsightPage {
    private static final int RELATED = 10;
    private final TopicAnswers topics;
    private final InsightSearch search;
    private final DailyBriefs briefs;
    private final InstantSource clock;

    InsightPage(TopicAnswers topics, InsightSearch search, DailyBriefs briefs, InstantSource clock) {
        this.topics = topics;
        this.search = search;
        this.briefs = briefs;
        this.clock = clock;
    }

    Message of(Insight insight) {
        List<Block> blocks = new ArrayList<>();
        topics.card(insight).ifPresent(blocks::add);
        if (!insight.chapter().isEmpty()) {
            blocks.add(new Block.Footnote("Said in the chapter “%s”.".formatted(insight.chapter())));
        }
        blocks.add(new Block.Footnote("Found by %s, which expects an editor to print it with a probability of %d %%."
                .formatted(insight.extractor(), Math.round(insight.quality() * 100))));
        blocks.add(new Block.Footnote(signals(insight)));
        List<Block> related = search.related(insight, RELATED).stream()
                .map(Hit::insight)
                .flatMap(other -> topics.card(other).stream())
                .toList();
        blocks.add(new Block.Divider());
        blocks.add(new Block.Paragraph(
                related.isEmpty() ? "No other show says something near this." : "Related, from other shows:"));
        blocks.addAll(related);
        return new Message(insight.headline(), blocks);
    }

    /** What each signal says of it to a reader without wishes, strongest first. */
    private String signals(Insight insight) {
        RankedInsight judged = briefs.judge(BriefPages.NOBODY, Interests.EVERYTHING, insight, clock.instant());
        return "What the signals say to a reader without topics: "
                + judged.contributions().entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                        .map(signal -> "%s %+.2f".formatted(signal.getKey(), signal.getValue()))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
