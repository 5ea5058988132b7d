package io.briefcast.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.located.Located;

/**
 * Brings the tree of a feed into the shape that ROME reads without harm: RSS 2.0 or Atom, names as they are spelt, dates
 * replaced by ones we read ourselves (ROME needs minutes for one made of a million digits), links absolute, numbers of
 * things limited.
 */
final class FeedShape {
    /** The longest known podcast feeds have some 10,000 items. */
    private static final int MAX_ITEMS = 20_000;

    /** Tags of a channel, or of one item. */
    private static final int MAX_CHILDREN = 500;

    private static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final Set<String> ADDRESSES = Set.of("href", "url");

    /** Tags whose text is an address. */
    private static final Set<String> LINKS = Set.of("link", "url", "logo", "icon");

    /** Tags in which ROME stumbles over a wrong number, and which say nothing about episodes. */
    private static final Set<String> UNREAD =
            Set.of("skiphours", "skipdays", "cloud", "textinput", "rating", "ttl", "width", "height");

    private final Optional<URI> document;
    private final Problems problems;

    private FeedShape(Optional<URI> document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** Shapes the tree; the given one is used up. */
    static Document shape(Document tree, Optional<URI> document, Problems problems) throws UnreadableFeed {
        FeedShape shape = new FeedShape(document, problems);
        Element root = tree.detachRootElement();
        return switch (root.getName().toLowerCase(Locale.ROOT)) {
            case "rss", "rdf", "channel" -> new Document(shape.rss(root));
            case "feed" -> new Document(shape.atom(root));
            default -> throw new UnreadableFeed(whatElse(root));
        };
    }

    private static String whatElse(Element root) {
        String name = root.getName().length() > 40 ? root.getName().substring(0, 40) : root.getName();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "html" -> "this is a web page, not a feed: look on it for a link named RSS or podcast feed";
            case "opml" -> "this is a list of feeds (OPML), not a feed: import it instead";
            default -> "this is XML of another kind (<%s>), not a feed".formatted(name);
        };
    }

    private Element rss(Element root) {
        Optional<URI> base = base(root, document);
        Namespace home = root.getName().equalsIgnoreCase("rdf") ? rdfHome(root) : root.getNamespace();
        Element channel = new Element("channel");
        language(root).ifPresent(channel::addContent);
        List<Element> items = new ArrayList<>();
        gather(root, base, home, channel, items, 0);
        items.forEach(channel::addContent);
        return new Element("rss").setAttribute("version", "2.0").addContent(channel);
    }

    /** RSS 1.0 and 0.90 put their own tags into a namespace beside RDF's. */
    private static Namespace rdfHome(Element root) {
        return root.getChildren().stream()
                .filter(child -> child.getName().equalsIgnoreCase("channel"))
                .map(Element::getNamespace)
                .findFirst()
                .orElse(root.getNamespace());
    }

    /** Items stand in the channel, beside it, or in each other where an end tag is missing. */
    private void gather(
            Element from, Optional<URI> base, Namespace home, Element channel, List<Element> items, int depth) {
        boolean inItem = depth > 0 && from.getName().equalsIgnoreCase("item");
        Element target = inItem ? new LocatedItem(line(from)) : channel;
        if (inItem && items.size() == MAX_ITEMS) {
            problems.add("only the first %,d items are read".formatted(MAX_ITEMS), line(from));
        }
        if (inItem && items.size() <= MAX_ITEMS) {
            items.add(target);
        }
        if (inItem && items.size() > MAX_ITEMS) {
            return;
        }
        for (Content content : from.removeContent()) {
            if (content instanceof Element child) {
                if (isContainer(child, inItem)) {
                    gather(child, base(child, base), home, channel, items, depth + 1);
                } else {
                    add(child, target, home, base);
                }
            }
        }
    }

    private static boolean isContainer(Element child, boolean inItem) {
        return child.getName().equalsIgnoreCase("item")
                || (!inItem
                        && child.getName().equalsIgnoreCase("channel")
                        && child.getChildren().size() > 0);
    }

    private void add(Element child, Element target, Namespace home, Optional<URI> base) {
        if (target.getContentSize() >= MAX_CHILDREN) {
            return;
        }
        if (target.getContentSize() == MAX_CHILDREN - 1) {
            problems.add("only the first %d tags here are read".formatted(MAX_CHILDREN), line(child));
        }
        if (child.getNamespace().equals(home) || child.getNamespace().equals(Namespace.NO_NAMESPACE)) {
            plain(child, home);
        }
        tidy(child, base).ifPresent(target::addContent);
    }

    private static void plain(Element element, Namespace home) {
        if (element.getNamespace().equals(home)) {
            element.setNamespace(Namespace.NO_NAMESPACE);
        }
        element.setName(FeedNames.rssSpelling(element.getName()));
        element.getChildren().stream()
                .filter(child -> child.getNamespace().equals(home)
                        || child.getNamespace().equals(Namespace.NO_NAMESPACE))
                .forEach(child -> plain(child, home));
    }

    private Element atom(Element root) {
        Optional<URI> base = base(root, document);
        Namespace given = root.getNamespace();
        Namespace atom = Namespace.getNamespace(given.getURI().equals(ATOM_03) ? ATOM_03 : FeedNames.ATOM);
        Element feed = new Element("feed", atom);
        language(root).ifPresent(feed::addContent);
        int entries = 0;
        for (Content content : root.removeContent()) {
            if (content instanceof Element child && entries < MAX_ITEMS) {
                rename(child, given, atom);
                boolean isEntry = child.getName().equals("entry");
                entries += isEntry ? 1 : 0;
                Optional<Element> tidied = isEntry ? Optional.of(entry(child, atom, base)) : tidy(child, base);
                tidied.ifPresent(feed::addContent);
            }
        }
        return feed;
    }

    /** Where a feed has no tag for its language, the root may have an attribute. */
    private static Optional<Element> language(Element root) {
        return Optional.ofNullable(root.getAttributeValue("lang", Namespace.XML_NAMESPACE))
                .map(language -> new Element("language", FeedNames.OURS).setText(language));
    }

    private static void rename(Element element, Namespace from, Namespace to) {
        if (element.getNamespace().equals(from) || element.getNamespace().equals(Namespace.NO_NAMESPACE)) {
            element.setNamespace(to);
        }
        element.getChildren().forEach(child -> rename(child, from, to));
    }

    private Element entry(Element from, Namespace atom, Optional<URI> around) {
        Optional<URI> base = base(from, around);
        Element entry = new Element("entry", atom);
        int children = 0;
        for (Content content : from.removeContent()) {
            if (content instanceof Element child && children++ < MAX_CHILDREN) {
                tidy(child, base).ifPresent(entry::addContent);
            }
        }
        return entry;
    }

    /** One child of a channel or item: a date becomes ours, links become absolute, nonsense goes. */
    private Optional<Element> tidy(Element element, Optional<URI> around) {
        if (FeedNames.isDate(element)) {
            return date(element);
        }
        if (isUnread(element)) {
            return Optional.empty();
        }
        Optional<URI> base = base(element, around);
        element.getContent()
                .removeIf(part -> part instanceof Element child && (FeedNames.isDate(child) || isUnread(child)));
        element.getChildren().forEach(child -> resolve(child, base(child, base)));
        resolve(element, base);
        return Optional.of(element);
    }

    private static boolean isUnread(Element element) {
        return UNREAD.contains(element.getName().toLowerCase(Locale.ROOT));
    }

    private Optional<Element> date(Element element) {
        String written = element.getText();
        Optional<Instant> read = FeedDates.read(written);
        if (read.isEmpty() && !written.isBlank()) {
            problems.add("the date “%s” cannot be read".formatted(shortened(written.strip())), line(element));
        }
        String name = element.getName().toLowerCase(Locale.ROOT);
        return read.map(date -> new Element(name, FeedNames.OURS).setText(date.toString()));
    }

    private void resolve(Element element, Optional<URI> base) {
        for (Attribute attribute : List.copyOf(element.getAttributes())) {
            if (ADDRESSES.contains(attribute.getName().toLowerCase(Locale.ROOT))) {
                attribute.setValue(resolved(attribute.getValue(), base, element));
            }
        }
        if (LINKS.contains(element.getName())
                && element.getChildren().isEmpty()
                && !element.getTextTrim().isEmpty()) {
            element.setText(resolved(element.getText(), base, element));
        }
    }

    /** Empty when it leads nowhere. */
    private String resolved(String reference, Optional<URI> base, Element element) {
        String link = FeedLinks.resolve(base, reference).map(URI::toString).orElse("");
        if (link.isEmpty() && !reference.isBlank()) {
            problems.add("“%s” is not a web address".formatted(shortened(reference.strip())), line(element));
        }
        return link;
    }

    private static Optional<URI> base(Element element, Optional<URI> around) {
        return Optional.ofNullable(element.getAttributeValue("base", Namespace.XML_NAMESPACE))
                .flatMap(base -> FeedLinks.resolve(around, base))
                .or(() -> around);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static int line(Element element) {
        return element instanceof Located located ? located.getLine() : 0;
    }

    /** An item that remembers where it began. */
    private static final class LocatedItem extends org.jdom2.located.LocatedElement {
        LocatedItem(int line) {
            super("item");
            setLine(line);
        }
    }
}
