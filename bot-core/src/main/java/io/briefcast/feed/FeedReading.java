package io.briefcast.feed;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Person;
import java.net.URI;
import java.util.Comparator;
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

    private static String title(FeedTags tags, Predicate<FeedNode> own) {
        return Stream.<Predicate<FeedNode>>of(
                        own, FeedNames::isItunes, FeedNames::isDublinCore, FeedNames::isAtom, FeedNames::isMedia)
                .flatMap(space -> tags.all(space, "title"))
                .map(tag -> FeedMarkup.title(FeedContent.markup(tag)))
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String title(FeedTags tags) {
        return title(tags, this::isOwn);
    }

    private String description() {
        return longest(Stream.of(
                                texts(show, this::isOwn, "description", "subtitle", "tagline"),
                                texts(show, FeedNames::isItunes, "summary"),
                                texts(show, FeedNames::isGooglePlay, "description"))
                        .flatMap(Function.identity()))
                .or(() -> longest(Stream.concat(
                        texts(show, FeedNames::isItunes, "subtitle"),
                        texts(show, FeedNames::isDublinCore, "description"))))
                .orElse("");
    }

    private String notes(FeedTags tags) {
        return longest(Stream.of(
                                texts(tags, this::isOwn, "description", "summary", "content", "encoded", "body"),
                                texts(tags, FeedNames::isContent, "encoded"),
                                texts(tags, FeedNames::isItunes, "summary"),
                                texts(tags, FeedNames::isAtom, "summary", "content"),
                                texts(tags, FeedNames::isGooglePlay, "description"))
                        .flatMap(Function.identity()))
                .or(() -> longest(Stream.of(
                                texts(tags, FeedNames::isItunes, "subtitle"),
                                texts(tags, FeedNames::isDublinCore, "description"),
                                texts(tags, node -> node.space().endsWith("1999/xhtml"), "body"),
                                texts(tags, FeedNames::isMedia, "description"))
                        .flatMap(Function.identity())))
                .orElse("");
    }

    private static Stream<String> texts(FeedTags tags, Predicate<FeedNode> space, String... names) {
        return Stream.of(names).flatMap(name -> tags.all(space, name)).map(FeedContent::markup);
    }

    private static Optional<String> longest(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).max(Comparator.comparingInt(String::length));
    }

    private String language() {
        return Stream.of(show.text(this::isOwn, "language"), show.text(FeedNames::isDublinCore, "language"))
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElseGet(() -> outline.root().attribute("lang"));
    }

    private Optional<URI> artwork() {
        return show.artwork()
                .or(() -> first(show.all(this::isOwn, "image").flatMap(image -> image.children("url")), FeedNode::text))
                .or(() -> first(show.all(this::isOwn, "logo"), FeedNode::text))
                .or(() -> first(show.all(FeedNames::isMedia, "thumbnail"), tag -> tag.attribute("url")))
                .or(() -> first(
                        show.all(FeedNames::isMedia, "content")
                                .filter(tag -> tag.attribute("medium").equalsIgnoreCase("image")
                                        || tag.attribute("type").startsWith("image")),
                        tag -> tag.attribute("url")))
                .or(() -> first(show.all(this::isOwn, "icon"), FeedNode::text));
    }

    private Optional<URI> first(Stream<FeedNode> tags, Function<FeedNode, String> reference) {
        return tags.flatMap(tag -> show.resolve(tag, reference.apply(tag)).stream())
                .findFirst();
    }

    /** RSS 1.0 names an item where others have a guid. */
    private Optional<String> guid(FeedNode item, FeedTags tags) {
        return Stream.concat(
                        Stream.of("guid", "id")
                                .flatMap(name -> tags.all(this::isOwn, name).map(this::name)),
                        Stream.of(item.attribute("about")))
                .filter(guid -> !guid.isEmpty())
                .findFirst()
                .map(guid -> guid.substring(0, Math.min(MAX_GUID, guid.length())));
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
        Stream<URI> own = pages(tags, this::isOwn);
        return (outline.isAtom() ? own.findFirst() : own.reduce((earlier, later) -> later))
                .or(() -> pages(tags, FeedNames::isAtom).findFirst())
                .or(() -> permalink(tags));
    }

    private static Stream<URI> pages(FeedTags tags, Predicate<FeedNode> space) {
        return tags.all(space, "link")
                .filter(tag ->
                        tag.attribute("rel").isEmpty() || tag.attribute("rel").equalsIgnoreCase("alternate"))
                .flatMap(tag -> tags.resolve(tag, tag.text().isEmpty() ? tag.attribute("href") : tag.text()).stream());
    }

    /** A guid is an address unless it says that it is none (RSS 2.0). */
    private Optional<URI> permalink(FeedTags tags) {
        return tags.all(this::isOwn, "guid")
                .filter(tag -> !tag.attribute("isPermaLink").equalsIgnoreCase("false"))
                .map(FeedNode::text)
                .filter(text -> text.startsWith("http"))
                .flatMap(text -> FeedLinks.resolve(Optional.empty(), text).stream())
                .findFirst();
    }

    /** The first that can be heard; some feeds put a picture first. */
    private Optional<Enclosure> enclosure(FeedTags tags) {
        List<Enclosure> all = Stream.of(
                        tags.all(this::isOwn, "enclosure").flatMap(tag -> enclosure(tags, tag, "url", "length")),
                        tags.all(node -> isOwn(node) || FeedNames.isAtom(node), "link")
                                .filter(tag -> tag.attribute("rel").equalsIgnoreCase("enclosure"))
                                .flatMap(tag -> enclosure(tags, tag, "href", "length")),
                        tags.all(FeedNames::isMedia, "content")
                                .filter(FeedReading::isHeard)
                                .flatMap(tag -> enclosure(tags, tag, "url", "fileSize")))
                .flatMap(Function.identity())
                .toList();
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

    private static Stream<Enclosure> enclosure(FeedTags tags, FeedNode tag, String url, String length) {
        String bytes = tag.attribute(length);
        return tags.resolve(tag, tag.attribute(url)).stream()
                .map(address -> new Enclosure(
                        address, tag.attribute("type"), BYTES.matcher(bytes).matches() ? Long.parseLong(bytes) : 0));
    }
}
