package io.briefcast.feed;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndImage;
import com.rometools.rome.feed.synd.SyndLink;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Person;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns ROME's reading of a feed into ours. */
final class FeedReading {
    /** An identifier of this length is a mistake; it becomes part of a key. */
    private static final int MAX_GUID = 1_000;

    private final SyndFeed feed;
    private final Problems problems;
    private final FeedTags tags;
    private final List<Person> persons;

    FeedReading(SyndFeed feed, Problems problems) {
        this.feed = feed;
        this.problems = problems;
        this.tags = new FeedTags(feed.getForeignMarkup(), problems);
        this.persons = tags.persons();
    }

    ParsedFeed feed() {
        List<FeedItem> items = feed.getEntries().stream().map(this::item).toList();
        return new ParsedFeed(
                FeedMarkup.title(text(feed.getTitle())),
                uri(feed.getLink()),
                FeedMarkup.lines(longest(Stream.of(text(feed.getDescription()), tags.summary()))),
                language(),
                artwork(),
                persons,
                items,
                problems.list());
    }

    private String language() {
        String language = text(feed.getLanguage()).strip();
        return language.isEmpty() ? tags.language() : language;
    }

    private Optional<URI> artwork() {
        return tags.artwork()
                .or(() -> Optional.ofNullable(feed.getImage())
                        .map(SyndImage::getUrl)
                        .flatMap(FeedReading::uri))
                .or(() -> Optional.ofNullable(feed.getIcon())
                        .map(SyndImage::getUrl)
                        .flatMap(FeedReading::uri));
    }

    private FeedItem item(SyndEntry entry) {
        FeedTags item = new FeedTags(entry.getForeignMarkup(), problems);
        List<Person> named = item.persons();
        String title = FeedMarkup.title(text(entry.getTitle()));
        return new FeedItem(
                guid(entry),
                title.isEmpty() ? FeedMarkup.title(item.title()) : title,
                link(entry),
                item.published(),
                enclosure(entry),
                item.duration(),
                item.season(),
                item.number(),
                item.kind(),
                named.isEmpty() ? persons : named,
                item.transcripts(),
                item.chapters(),
                longest(Stream.concat(descriptions(entry), Stream.of(item.summary()))));
    }

    /** ROME gives the link where there is no guid, so ask for what was written. */
    private static Optional<String> guid(SyndEntry entry) {
        String guid = written(entry.getWireEntry()).strip();
        return guid.isEmpty() ? Optional.empty() : Optional.of(guid.substring(0, Math.min(MAX_GUID, guid.length())));
    }

    private static String written(@Nullable Object wire) {
        if (wire instanceof Item item) {
            return Optional.ofNullable(item.getGuid()).map(Guid::getValue).orElse("");
        }
        return wire instanceof Entry entry ? text(entry.getId()) : "";
    }

    private static Optional<URI> link(SyndEntry entry) {
        return uri(entry.getLink())
                .or(() -> entry.getLinks().stream()
                        .filter(link -> !"enclosure".equals(link.getRel()))
                        .map(SyndLink::getHref)
                        .flatMap(href -> uri(href).stream())
                        .findFirst());
    }

    /** The first that can be heard; some feeds put a picture first. */
    private static Optional<Enclosure> enclosure(SyndEntry entry) {
        List<Enclosure> all = entry.getEnclosures().stream()
                .flatMap(enclosure -> enclosure(enclosure).stream())
                .toList();
        return all.stream()
                .filter(enclosure -> isMedia(enclosure.type()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static boolean isMedia(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("audio") || lower.startsWith("video");
    }

    private static Optional<Enclosure> enclosure(SyndEnclosure enclosure) {
        return uri(enclosure.getUrl())
                .map(url -> new Enclosure(url, text(enclosure.getType()).strip(), Math.max(0, enclosure.getLength())));
    }

    private static Stream<String> descriptions(SyndEntry entry) {
        return Stream.concat(Optional.ofNullable(entry.getDescription()).stream(), entry.getContents().stream())
                .map(SyndContent::getValue)
                .map(FeedReading::text);
    }

    private static String longest(Stream<String> texts) {
        return texts.max(Comparator.comparingInt(String::length)).orElse("");
    }

    private static Optional<URI> uri(@Nullable String text) {
        return FeedLinks.resolve(Optional.empty(), text(text));
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
