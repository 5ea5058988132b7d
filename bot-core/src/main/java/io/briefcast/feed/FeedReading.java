package io.briefcast.feed;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns the tags of a feed into a show and its items: RSS 2.0 in the first place, its relatives and Atom by likeness. */
final class FeedReading {
    /** An identifier of this length is a mistake; it becomes part of a key. */
    private static final int MAX_GUID = 1_000;

    private static final Pattern BYTES = Pattern.compile("\\d{1,15}");

    private final FeedOutline outline;
    private final Optional<URI> document;
    private final Problems problems;
    private final String home;
    private final FeedTags show;
    private final List<Person> persons;
    private final Predicate<FeedNode> own = this::isOwn;
    /** Where a title may stand, the best first. */
    private final List<Predicate<FeedNode>> titles =
            List.of(own, FeedNames::isItunes, FeedNames::isDublinCore, FeedNames::isAtom, FeedNames::isMedia);

    FeedReading(FeedOutline outline, Optional<URI> document, Problems problems) {
        this.outline = outline;
        this.document = document;
        this.problems = problems;
        this.home = outline.root().space();
        this.show = new FeedTags(outline.show(), problems);
        this.persons = show.persons();
    }

    ParsedFeed feed() {
        return new ParsedFeed(
                title(show),
                link(show),
                FeedMarkup.lines(description()),
                language(),
                artwork(),
                persons,
                new FeedTerms(show).profile(),
                outline.items().stream().map(this::item).toList(),
                problems.list());
    }

    private FeedItem item(FeedOutline.Item from) {
        FeedTags tags = new FeedTags(from.tags(), problems);
        List<Person> named = tags.persons();
        return new FeedItem(
                guid(from.node(), tags),
                title(tags),
                link(tags),
                tags.published(),
                enclosure(tags),
                tags.duration(),
                tags.season(),
                tags.number(),
                tags.kind(),
                named.isEmpty() ? persons : named,
                tags.transcripts(),
                tags.chapters(),
                tags.outline(),
                tags.soundbites(),
                tags.license(),
                tags.says(FeedNames::isItunes, "block").orElse(false),
                notes(tags));
    }

    /** The feed's own tags: those without namespace, with that of its root, or with a usual one. */
    private boolean isOwn(FeedNode node) {
        return FeedNames.isRss(node) || node.space().equals(home) || (outline.isAtom() && FeedNames.isAtom(node));
    }

    private String title(FeedTags tags) {
        for (Predicate<FeedNode> space : titles) {
            for (FeedNode tag : tags.all(space, "title")) {
                String title = FeedMarkup.title(FeedContent.markup(tag));
                if (!title.isEmpty()) {
                    return title;
                }
            }
        }
        return "";
    }

    private String description() {
        String text = "";
        text = longest(text, show, own, "description", "subtitle", "tagline");
        text = longest(text, show, FeedNames::isItunes, "summary");
        text = longest(text, show, FeedNames::isGooglePlay, "description");
        if (text.isEmpty()) {
            text = longest(text, show, FeedNames::isItunes, "subtitle");
            text = longest(text, show, FeedNames::isDublinCore, "description");
        }
        return text;
    }

    private String notes(FeedTags tags) {
        String text = "";
        text = longest(text, tags, own, "description", "summary", "content", "encoded", "body");
        text = longest(text, tags, FeedNames::isContent, "encoded");
        text = longest(text, tags, FeedNames::isItunes, "summary");
        text = longest(text, tags, FeedNames::isAtom, "summary", "content");
        text = longest(text, tags, FeedNames::isGooglePlay, "description");
        return text.isEmpty() ? lesserNotes(tags) : text;
    }

    private static String lesserNotes(FeedTags tags) {
        String text = "";
        text = longest(text, tags, FeedNames::isItunes, "subtitle");
        text = longest(text, tags, FeedNames::isDublinCore, "description");
        text = longest(text, tags, node -> node.space().endsWith("1999/xhtml"), "body");
        return longest(text, tags, FeedNames::isMedia, "description");
    }

    /** The longest of what there is and these. */
    private static String longest(String before, FeedTags tags, Predicate<FeedNode> space, String... names) {
        String longest = before;
        for (String name : names) {
            for (FeedNode tag : tags.all(space, name)) {
                String text = FeedContent.markup(tag);
                longest = text.length() > longest.length() ? text : longest;
            }
        }
        return longest;
    }

    private String language() {
        return Stream.of(show.text(own, "language"), show.text(FeedNames::isDublinCore, "language"))
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElseGet(() -> outline.root().attribute("lang"));
    }

    private Optional<URI> artwork() {
        return show.artwork()
                .or(() ->
                        first(show.all(own, "image").stream().flatMap(image -> image.children("url")), FeedNode::text))
                .or(() -> first(show.all(own, "logo").stream(), FeedNode::text))
                .or(() -> first(show.all(FeedNames::isMedia, "thumbnail").stream(), tag -> tag.attribute("url")))
                .or(() -> first(
                        show.all(FeedNames::isMedia, "content").stream()
                                .filter(tag -> tag.attribute("medium").equalsIgnoreCase("image")
                                        || tag.attribute("type").startsWith("image")),
                        tag -> tag.attribute("url")))
                .or(() -> first(show.all(own, "icon").stream(), FeedNode::text));
    }

    private Optional<URI> first(Stream<FeedNode> tags, Function<FeedNode, String> reference) {
        return tags.flatMap(tag -> show.resolve(tag, reference.apply(tag)).stream())
                .findFirst();
    }

    /** RSS 1.0 names an item where others have a guid. */
    private Optional<String> guid(FeedNode item, FeedTags tags) {
        return name(tags.all(own, "guid"))
                .or(() -> name(tags.all(own, "id")))
                .or(() -> Optional.of(item.attribute("about")).filter(name -> !name.isEmpty()))
                .map(guid -> guid.substring(0, Math.min(MAX_GUID, guid.length())));
    }

    private Optional<String> name(List<FeedNode> tags) {
        for (FeedNode tag : tags) {
            String name = name(tag);
            if (!name.isEmpty()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /**
     * Atom's are addresses, which may lean on what {@code xml:base} says. They do not lean on where the feed lies, or
     * all would be new when it moves.
     */
    private String name(FeedNode tag) {
        String written = tag.markup();
        boolean leans =
                FeedNames.isAtom(tag) && written.indexOf(':') < 0 && !tag.base().equals(document);
        return leans ? FeedLinks.resolve(tag.base(), written).map(URI::toString).orElse(written) : written;
    }

    /** In RSS the last of several wins, as in other readers; in Atom the first. */
    private Optional<URI> link(FeedTags tags) {
        return page(tags, own, !outline.isAtom())
                .or(() -> page(tags, FeedNames::isAtom, false))
                .or(() -> permalink(tags));
    }

    private static Optional<URI> page(FeedTags tags, Predicate<FeedNode> space, boolean lastWins) {
        Optional<URI> page = Optional.empty();
        for (FeedNode tag : tags.all(space, "link")) {
            String rel = tag.attribute("rel");
            if ((lastWins || page.isEmpty()) && (rel.isEmpty() || rel.equalsIgnoreCase("alternate"))) {
                Optional<URI> address = tags.resolve(tag, tag.text().isEmpty() ? tag.attribute("href") : tag.text());
                page = address.isPresent() ? address : page;
            }
        }
        return page;
    }

    /** A guid is an address unless it says that it is none (RSS 2.0). */
    private Optional<URI> permalink(FeedTags tags) {
        return tags.all(own, "guid").stream()
                .filter(tag -> !tag.attribute("isPermaLink").equalsIgnoreCase("false"))
                .map(FeedNode::text)
                .filter(text -> text.startsWith("http"))
                .flatMap(text -> FeedLinks.resolve(Optional.empty(), text).stream())
                .findFirst();
    }

    /** The first that can be heard; some feeds put a picture first. */
    private Optional<Enclosure> enclosure(FeedTags tags) {
        List<Enclosure> all = new ArrayList<>(1);
        for (FeedNode tag : tags.all(own, "enclosure")) {
            enclosure(tags, tag, "url", "length").ifPresent(all::add);
        }
        for (FeedNode tag : tags.all(node -> isOwn(node) || FeedNames.isAtom(node), "link")) {
            if (tag.attribute("rel").equalsIgnoreCase("enclosure")) {
                enclosure(tags, tag, "href", "length").ifPresent(all::add);
            }
        }
        for (FeedNode tag : tags.all(FeedNames::isMedia, "content")) {
            if (isHeard(tag)) {
                enclosure(tags, tag, "url", "fileSize").ifPresent(all::add);
            }
        }
        return all.stream()
                .filter(enclosure -> isMedia(enclosure.type()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static boolean isHeard(FeedNode tag) {
        return isMedia(tag.attribute("type")) || isMedia(tag.attribute("medium"));
    }

    private static boolean isMedia(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("audio") || lower.startsWith("video");
    }

    private static Optional<Enclosure> enclosure(FeedTags tags, FeedNode tag, String url, String length) {
        String bytes = tag.attribute(length);
        return tags.resolve(tag, tag.attribute(url))
                .map(address -> new Enclosure(
                        address, tag.attribute("type"), BYTES.matcher(bytes).matches() ? Long.parseLong(bytes) : 0));
    }
}
