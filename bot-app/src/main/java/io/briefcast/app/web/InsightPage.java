package io.briefcast.app.web;

import io.briefcast.app.TopicAnswers;
import io.briefcast.insight.Insight;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.SearchResult.Hit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The page of one insight: its card, how sure the reading is, and what other shows say near it. */
@Component
final class InsightPage {
    private static final int RELATED = 10;
    private final TopicAnswers topics;
    private final InsightSearch search;

    InsightPage(TopicAnswers topics, InsightSearch search) {
        this.topics = topics;
        this.search = search;
    }

    Message of(Insight insight) {
        List<Block> blocks = new ArrayList<>();
        topics.card(insight).ifPresent(blocks::add);
        blocks.add(new Block.Footnote("Found by %s, which expects an editor to print it with a probability of %d %%."
                .formatted(insight.extractor(), Math.round(insight.quality() * 100))));
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
}
