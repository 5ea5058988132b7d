package io.briefcast.app.web;

import io.briefcast.BriefcastSettings;
import io.briefcast.app.TopicAnswers;
import io.briefcast.brief.Brief;
import io.briefcast.brief.InsightCards;
import io.briefcast.insight.Insights;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.search.TopicQuery;
import io.briefcast.subscription.Interests;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Today's brief, topics and single insights as pages, and the brief as an Atom feed. */
@Controller
final class BriefPages {
    /** The brief of nobody in particular: everything counts, nothing was seen. */
    static final String NOBODY = "";

    private static final int HITS = 10;
    private static final int RELATED = 3;
    private final DailyBriefs briefs;
    private final TopicAnswers topics;
    private final Insights insights;
    private final InsightPage insightPage;
    private final InsightCards cards;
    private final BriefFeed feed;
    private final BriefcastSettings settings;
    private final InstantSource clock;

    BriefPages(
            DailyBriefs briefs,
            TopicAnswers topics,
            Insights insights,
            InsightPage insightPage,
            InsightCards cards,
            BriefFeed feed,
            BriefcastSettings settings,
            InstantSource clock) {
        this.briefs = briefs;
        this.topics = topics;
        this.insights = insights;
        this.insightPage = insightPage;
        this.cards = cards;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/today")
    String today(Model model) {
        return page(model, briefs.message(brief()), "");
    }

    @GetMapping(path = "/today.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @ResponseBody
    String todayAsFeed() {
        return feed.write(brief());
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String topic, Model model) {
        String asked = topic.strip();
        Message message = TopicAnswers.complaint(asked)
                .map(complaint ->
                        new Message("Search", List.of(new Block.Heading("Search"), new Block.Paragraph(complaint))))
                .orElseGet(() -> topics.answer(
                                TopicQuery.on(asked).page(0, HITS), RELATED, clock.instant(), settings.zoneOrLocal())
                        .message());
        return page(model, message, asked);
    }

    @GetMapping("/insights/{id}")
    String insight(@PathVariable String id, Model model) {
        model.addAttribute(
                "view",
                insights.find(id)
                        .flatMap(insightPage::of)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("address", cards.page(id).map(URI::toString).orElse(""));
        return "insight";
    }

    private Brief brief() {
        Instant now = clock.instant();
        return briefs.pick(NOBODY, Interests.EVERYTHING, settings.today(now), now);
    }

    private static String page(Model model, Message message, String query) {
        model.addAttribute("message", message);
        model.addAttribute("query", query);
        return "message";
    }
}
