package io.briefcast.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.IllegalAddException;
import org.jdom2.IllegalDataException;
import org.jdom2.IllegalNameException;
import org.jdom2.Namespace;
import org.jdom2.located.LocatedElement;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Reads a feed that is not well-formed or breaks off. Every whole item is kept; an item that the end of the text cuts
 * through is left out, because half an item would look like a changed one next time.
 */
final class FeedRepair {
    /** For feeds that use a prefix without saying what it means. */
    private static final Map<String, String> USUAL_PREFIXES = Map.of(
            "itunes", FeedNames.ITUNES,
            "podcast", FeedNames.PODCAST,
            "content", "http://purl.org/rss/1.0/modules/content/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "atom", FeedNames.ATOM,
            "googleplay", FeedNames.GOOGLE_PLAY);

    private static final String UNKNOWN = "urn:undeclared:";

    private final Problems problems;
    /** The last item in the text, if the end of the text cut through it and all that is around it. */
    private Optional<Element> cut = Optional.empty();

    private FeedRepair(Problems problems) {
        this.problems = problems;
    }

    static Document repair(String text, Problems problems) throws UnreadableFeed {
        Parser parser = Parser.xmlParser().setTrackPosition(true).setMaxDepth(FeedTree.MAX_DEPTH);
        org.jsoup.nodes.Document tree = parser.parseInput(text, "");
        Optional<org.jsoup.nodes.Element> root = root(tree);
        if (root.isEmpty()) {
            throw new UnreadableFeed("this is not a feed: it holds no XML element");
        }
        FeedRepair repair = new FeedRepair(problems);
        Element copy = repair.copy(root.get(), true);
        repair.leaveOutWhatIsCut();
        return new Document(copy);
    }

    /** The first element that could be a feed, else the first. */
    private static Optional<org.jsoup.nodes.Element> root(org.jsoup.nodes.Document tree) {
        return tree.children().stream()
                .filter(element -> FeedNames.isRoot(FeedNames.local(element.tagName())))
                .findFirst()
                .or(() -> tree.children().stream().findFirst());
    }

    private void leaveOutWhatIsCut() {
        cut.ifPresent(item -> {
            problems.add("the feed breaks off inside an item, which is left out", line(item));
            item.detach();
        });
    }

    private static int line(Element element) {
        return element instanceof LocatedElement located ? located.getLine() : 0;
    }

    /**
     * Copies an element with what is in it. Depth is limited by the parser.
     *
     * @param open whether all elements around it are cut by the end of the text
     */
    private Element copy(org.jsoup.nodes.Element from, boolean open) {
        LocatedElement to = new LocatedElement(FeedNames.local(from.tagName()), namespace(from));
        to.setLine(from.sourceRange().start().lineNumber());
        from.attributes().forEach(attribute -> copy(attribute, to));
        boolean isOpen = open && !isClosed(from);
        if (FeedNames.isItem(to.getName())) {
            cut = isOpen ? Optional.of(to) : Optional.empty();
        }
        for (Node child : from.childNodes()) {
            append(child, to, isOpen);
        }
        return to;
    }

    private static boolean isClosed(org.jsoup.nodes.Element element) {
        return element.endSourceRange().isTracked() && !element.endSourceRange().isImplicit();
    }

    private void append(Node child, Element to, boolean open) {
        try {
            switch (child) {
                case TextNode text -> to.addContent(clean(text.getWholeText()));
                case org.jsoup.nodes.Element element -> to.addContent(copy(element, open));
                default -> {
                    // comments and instructions say nothing to a listener
                }
            }
        } catch (IllegalNameException | IllegalDataException | IllegalAddException e) {
            problems.add("a tag with an impossible name is left out", 0);
        }
    }

    private static void copy(Attribute attribute, Element to) {
        String key = attribute.getKey();
        try {
            if (key.equals("xml:base")) {
                to.setAttribute("base", clean(attribute.getValue()), Namespace.XML_NAMESPACE);
            } else if (key.equals("xml:lang")) {
                to.setAttribute("lang", clean(attribute.getValue()), Namespace.XML_NAMESPACE);
            } else if (key.indexOf(':') < 0 && !key.equals("xmlns")) {
                to.setAttribute(key, clean(attribute.getValue()));
            }
        } catch (IllegalNameException | IllegalDataException e) {
            // an attribute that XML cannot have is none that we read
            to.removeAttribute(key);
        }
    }

    private static Namespace namespace(org.jsoup.nodes.Element element) {
        String name = element.tagName();
        int colon = name.indexOf(':');
        String declared = element.tag().namespace();
        if (colon <= 0) {
            return declared.isEmpty() || declared.equals(Parser.NamespaceXml)
                    ? Namespace.NO_NAMESPACE
                    : Namespace.getNamespace(declared);
        }
        String prefix = name.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean known = !declared.isEmpty() && !declared.equals(Parser.NamespaceXml);
        return Namespace.getNamespace(known ? declared : USUAL_PREFIXES.getOrDefault(prefix, UNKNOWN + "x"));
    }

    private static String clean(String text) {
        if (text.codePoints().allMatch(FeedText::isAllowed)) {
            return text;
        }
        return text.codePoints()
                .filter(FeedText::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
