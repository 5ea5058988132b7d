package io.briefcast.app.web;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.briefcast.brief.Brief;
import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.InsightCards;
import io.briefcast.insight.Insight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The brief of the day as an Atom feed (RFC 4287), one entry an insight. */
@Component
final class BriefFeed {
    private final InsightCards cards;

    BriefFeed(InsightCards cards) {
        this.cards = cards;
    }

    String write(Brief brief, Instant now) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle("Briefcast, " + BriefComposer.written(brief.day()));
        feed.setUri("urn:briefcast:today");
        feed.setAuthor("Briefcast");
        feed.setPublishedDate(Date.from(now));
        feed.setEntries(new ArrayList<>(
                brief.items().stream().map(item -> entry(item.insight())).toList()));
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of our own cannot be written", e);
        }
    }

    private SyndEntry entry(Insight insight) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitle(clean(insight.headline()));
        entry.setUri("urn:briefcast:insight:" + insight.id());
        cards.page(insight.id()).ifPresent(page -> entry.setLink(page.toString()));
        SyndContentImpl content = new SyndContentImpl();
        content.setType("text/plain");
        content.setValue(clean("%s\n\n\"%s\" %s"
                .formatted(
                        insight.explanation(),
                        insight.quote().text(),
                        insight.quote().speaker())));
        entry.setDescription(content);
        entry.setUpdatedDate(Date.from(insight.published()));
        entry.setPublishedDate(Date.from(insight.published()));
        return entry;
    }

    /** XML 1.0 has no form for most control characters, and a transcript may hold any. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]", " ");
    }
}
