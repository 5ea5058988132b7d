package io.briefcast.feed;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/**
 * Makes a tree of the text of a feed: by the rules of XML where the text keeps them, else repaired. What stands after
 * the end of the feed is not looked at.
 */
final class FeedTree {
    /** Well-formed feeds nest less than 20 deep; deeper trees are made to break recursive readers. */
    static final int MAX_DEPTH = 100;

    /** A feed of 20,000 rich items has fewer; each becomes objects in memory. */
    private static final int MAX_TAGS = 1_500_000;

    /** The most attributes of a tag, declarations of prefixes among them; real ones have up to 30. */
    static final int MAX_ATTRIBUTES = 200;

    /** Where tags nest by thousands, nothing is left to be read. */
    private static final int MOST_TOO_DEEP = 10_000;

    /** The reader remembers every name for good, so that more are left to the repair, which does not. */
    private static final int MOST_UNKNOWN = 50_000;

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final Optional<URI> document;
    private final Problems problems;
    private final FeedSpaces spaces;
    private final Deque<FeedNode> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<FeedNode> root = Optional.empty();
    private int tooDeep;
    private int items;
    private int unknown;

    private FeedTree(XMLStreamReader reader, Optional<URI> document, Problems problems) {
        this.reader = reader;
        this.document = document;
        this.problems = problems;
        this.spaces = new FeedSpaces(problems);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // The reader's own way of finding namespaces takes time that grows with the square of their number.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(LIMIT + "elementAttributeLimit", String.valueOf(MAX_ATTRIBUTES));
        factory.setProperty(LIMIT + "maxXMLNameLimit", "1000");
        factory.setProperty(LIMIT + "maxElementDepth", "0");
        return factory;
    }

    /**
     * The root of the tree.
     *
     * @param document address of the feed, which relative addresses belong to
     */
    static FeedNode read(String feed, Optional<URI> document, Problems problems) throws UnreadableFeed {
        if (tags(feed) > MAX_TAGS) {
            throw new UnreadableFeed("this has more than %,d tags, more than any podcast needs".formatted(MAX_TAGS));
        }
        try {
            FeedTree tree = new FeedTree(FACTORY.createXMLStreamReader(new StringReader(feed)), document, problems);
            return tree.read(feed);
        } catch (XMLStreamException e) {
            problems.add(
                    sentence(e),
                    Optional.ofNullable(e.getLocation())
                            .map(at -> at.getLineNumber())
                            .orElse(0));
            return FeedRepair.repair(feed, document, problems);
        } catch (RuntimeException e) {
            // the reader of the JDK throws some faults of feeds unchecked
            problems.add("not well-formed XML, repaired", 0);
            return FeedRepair.repair(feed, document, problems);
        }
    }

    private static int tags(String feed) {
        int tags = 0;
        for (int i = feed.indexOf('<'); i >= 0; i = feed.indexOf('<', i + 1)) {
            tags++;
        }
        return tags;
    }

    private static String sentence(XMLStreamException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("it is not well-formed");
        return "not well-formed XML, repaired: "
                + message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9)
                        .replaceAll("\\s+", " ");
    }

    private FeedNode read(String feed) throws XMLStreamException {
        try {
            do {
                take(reader.next());
            } while (!isEnough() && (!open.isEmpty() || root.isEmpty()));
            if (tooDeep > MOST_TOO_DEEP) {
                leaveOutWhatIsCut();
            }
        } catch (XMLStreamException | RuntimeException e) {
            if (!breaksOff(feed)) {
                throw e;
            }
            leaveOutWhatIsCut();
        }
        return root.orElseThrow();
    }

    /** One item more than is read, so that the reading of the tree can say that there are more; and no tags without end. */
    private boolean isEnough() {
        return items > FeedOutline.MAX_ITEMS || tooDeep > MOST_TOO_DEEP;
    }

    private void take(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
            case XMLStreamConstants.ENTITY_REFERENCE -> entity(reader.getLocalName());
            default -> {
                // comments and instructions say nothing to a listener
            }
        }
    }

    private void start() {
        flush();
        if (open.size() >= MAX_DEPTH) {
            tooDeep++;
            return;
        }
        FeedNode node = node();
        items += FeedNames.isItem(node.name()) ? 1 : 0;
        if (open.isEmpty()) {
            root = Optional.of(node);
        } else {
            open.peek().add(node);
        }
        open.push(node);
    }

    private FeedNode node() {
        spaces.enter();
        int own = reader.getAttributeCount();
        for (int i = 0; i < own; i++) {
            spaces.declare(attributeName(i), reader.getAttributeValue(i));
        }
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        FeedNode node = new FeedNode(spaces.ofTag(name, line), FeedNames.local(name), line, base(own));
        for (int i = 0; i < own; i++) {
            attribute(node, attributeName(i), i);
        }
        return node;
    }

    private Optional<URI> base(int attributes) {
        Optional<URI> around = open.isEmpty() ? document : open.peek().base();
        for (int i = 0; i < attributes; i++) {
            if (attributeName(i).equals("xml:base")) {
                return FeedLinks.resolve(around, reader.getAttributeValue(i)).or(() -> around);
            }
        }
        return around;
    }

    /** As it is written: the reader parts the prefix of an attribute from its name, but not that of a tag. */
    private String attributeName(int i) {
        String prefix = reader.getAttributePrefix(i);
        String local = reader.getAttributeLocalName(i);
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private void attribute(FeedNode node, String name, int i) {
        String local = FeedNames.local(name);
        boolean isOwn = local.equals(name) && !name.equals("xmlns");
        if (isOwn || FeedNames.isRead(spaces.ofAttribute(name), local)) {
            node.attribute(local, reader.getAttributeValue(i));
        }
    }

    private void end() {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        flush();
        open.pop();
        spaces.leave();
    }

    /** Those of HTML; what is none stays as it is written. */
    private void entity(String name) {
        String meant = Entities.getByName(name);
        if (meant.isEmpty()) {
            unknown++;
            if (unknown > MOST_UNKNOWN) {
                throw new IllegalStateException("more names than any feed has");
            }
            text.append('&').append(name).append(';');
        } else {
            text.append(meant);
        }
    }

    private void characters() {
        if (tooDeep == 0) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    private void flush() {
        if (!text.isEmpty()) {
            if (!open.isEmpty()) {
                open.peek().add(text.toString());
            }
            text.setLength(0);
        }
    }

    /** Whether the text ends before the feed does; a fault on the way is for the repair. */
    private boolean breaksOff(String feed) {
        String end = feed.substring(Math.max(0, feed.length() - 200)).stripTrailing();
        boolean closed = root.isEmpty()
                || end.regionMatches(
                        true,
                        end.length() - root.get().name().length() - 1,
                        root.get().name() + ">",
                        0,
                        root.get().name().length() + 1);
        return !closed && reader.getLocation().getCharacterOffset() >= feed.length() - 1;
    }

    /** Half an item would look like a changed one next time. */
    private void leaveOutWhatIsCut() {
        Optional<FeedNode> cut =
                open.stream().filter(node -> FeedNames.isItem(node.name())).reduce((inner, outer) -> outer);
        problems.add(
                cut.isPresent() ? "the feed breaks off inside an item, which is left out" : "the feed breaks off",
                cut.map(FeedNode::line).orElse(0));
        cut.ifPresent(item -> open.forEach(around -> around.remove(item)));
    }
}
