package io.briefcast.feed;

import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Reads a feed that is not well-formed. Every whole item is kept; an item that the end of the text cuts through is left
 * out, because half an item would look like a changed one next time.
 */
final class FeedRepair {
    /** Hides declarations of prefixes from the parser, which would copy all of them for each tag. */
    private static final String HIDDEN = "xml\uE000s";

    private static final String DECLARES = "xmlns";

    private final Problems problems;
    private final FeedSpaces spaces;
    /** The last item in the text with what is around it, if the end of the text cut through both. */
    private Optional<Cut> cut = Optional.empty();

    private record Cut(FeedNode around, FeedNode item) {}

    private FeedRepair(Problems problems) {
        this.problems = problems;
        this.spaces = new FeedSpaces(problems);
    }

    static FeedNode repair(String text, Optional<URI> document, Problems problems) throws UnreadableFeed {
        Parser parser = Parser.xmlParser().setTrackPosition(true).setMaxDepth(FeedTree.MAX_DEPTH);
        String excerpt = FeedExcerpt.of(text, problems).replace(DECLARES, HIDDEN);
        Optional<Element> root = root(parser.parseInput(excerpt, ""));
        if (root.isEmpty()) {
            throw new UnreadableFeed("this is not a feed: it holds no XML element");
        }
        FeedRepair repair = new FeedRepair(problems);
        FeedNode copy = repair.copy(root.get(), Optional.empty(), document, true);
        repair.leaveOutWhatIsCut();
        return copy;
    }

    /** The first element that could be a feed, else the first. */
    private static Optional<Element> root(org.jsoup.nodes.Document tree) {
        return tree.children().stream()
                .filter(element -> FeedNames.isRoot(FeedNames.local(element.tagName())))
                .findFirst()
                .or(() -> tree.children().stream().findFirst());
    }

    private void leaveOutWhatIsCut() {
        cut.ifPresent(it -> {
            problems.add(
                    "the feed breaks off inside an item, which is left out",
                    it.item().line());
            it.around().remove(it.item());
        });
    }

    /**
     * Copies an element with what is in it. Depth is limited by the parser.
     *
     * @param open whether all elements around it are cut by the end of the text
     */
    private FeedNode copy(Element from, Optional<FeedNode> around, Optional<URI> document, boolean open) {
        spaces.enter();
        from.attributes().forEach(attribute -> spaces.declare(shown(attribute.getKey()), attribute.getValue()));
        int line = from.sourceRange().start().lineNumber();
        FeedNode to = new FeedNode(
                spaces.ofTag(from.tagName(), line),
                FeedNames.local(from.tagName()),
                line,
                FeedLinks.resolve(document, from.attr("xml:base")).or(() -> document));
        from.attributes()
                .forEach(attribute ->
                        to.attribute(FeedNames.local(attribute.getKey()), clean(shown(attribute.getValue()))));
        boolean isOpen = open && !isClosed(from);
        if (FeedNames.isItem(to.name())) {
            cut = isOpen ? around.map(it -> new Cut(it, to)) : Optional.empty();
        }
        for (Node child : from.childNodes()) {
            append(child, to, isOpen);
        }
        spaces.leave();
        return to;
    }

    private static boolean isClosed(Element element) {
        return element.endSourceRange().isTracked() && !element.endSourceRange().isImplicit();
    }

    private void append(Node child, FeedNode to, boolean open) {
        switch (child) {
            case TextNode text -> to.add(clean(shown(text.getWholeText())));
            case Element element -> to.add(copy(element, Optional.of(to), to.base(), open));
            default -> {
                // comments and instructions say nothing to a listener
            }
        }
    }

    private static String shown(String text) {
        return text.indexOf('\uE000') < 0 ? text : text.replace(HIDDEN, DECLARES);
    }

    /** Numbers of characters may name ones that XML forbids. */
    private static String clean(String text) {
        if (text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t' || c == '\r')) {
            return text;
        }
        return text.codePoints()
                .filter(FeedText::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
