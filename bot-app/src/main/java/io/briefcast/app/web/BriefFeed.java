package io.briefcast.app.web;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.briefcast.BriefcastSettings;
import io.briefcast.app.MarkdownRenderer;
import io.briefcast.app.TopicAnswers;
import io.briefcast.brief.Brief;
import io.briefcast.message.Block.InsightCard;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The brief of the day as an Atom feed (RFC 4287), one entry an insight. The same brief gives the same bytes. */
@Component
final class BriefFeed {
    private final TopicAnswers topics;
    private final Optional<String> address;

    BriefFeed(TopicAnswers topics, BriefcastSettings settings) {
        this.topics = topics;
        this.address = settings.publicUrl().map(root -> root.replaceFirst("/+$", "") + "/today.atom");
    }

    String write(Brief brief) {
        List<InsightCard> cards = brief.items().stream()
                .flatMap(item -> topics.card(item.insight()).stream())
                .toList();
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle("Briefcast: the top insights of the day");
        feed.setUri(address.orElse("urn:briefcast:today"));
        feed.setAuthors(List.of(person("Briefcast")));
        address.ifPresent(here -> feed.setLinks(new ArrayList<>(List.of(link("self", here)))));
        feed.setPublishedDate(Date.from(updated(brief, cards)));
        feed.setEntries(cards.stream().map(BriefFeed::entry).collect(Collectors.toCollection(ArrayList::new)));
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of our own cannot be written", e);
        }
    }

    private static Instant updated(Brief brief, List<InsightCard> cards) {
        return cards.stream()
                .map(InsightCard::published)
                .max(Instant::compareTo)
                .orElse(brief.day().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static SyndEntry entry(InsightCard card) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitle(clean(card.headline()));
        entry.setUri("urn:briefcast:insight:" + card.insightId());
        card.page().or(card::listen).ifPresent(where -> entry.setLinks(List.of(link("alternate", where.toString()))));
        entry.setAuthors(List.of(person(card.speaker().isEmpty() ? card.show() : card.speaker())));
        SyndContentImpl content = new SyndContentImpl();
        content.setType("text");
        content.setValue(clean(words(card)));
        entry.setContents(List.of(content));
        entry.setUpdatedDate(Date.from(card.published()));
        entry.setPublishedDate(Date.from(card.published()));
        return entry;
    }

    private static String words(InsightCard card) {
        String source = Stream.of(card.speaker(), card.show(), card.episode(), MarkdownRenderer.clock(card.moment()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(card.explanation(), "\u201c%s\u201d".formatted(card.quote()), source)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static SyndPersonImpl person(String name) {
        SyndPersonImpl person = new SyndPersonImpl();
        person.setName(clean(name));
        return person;
    }

    private static SyndLinkImpl link(String relation, String address) {
        SyndLinkImpl link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(address);
        return link;
    }

    /** XML 1.0 has no form for most control characters, and a transcript may hold any. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]", " ");
    }
}
