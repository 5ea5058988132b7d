package io.briefcast.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.located.LocatedJDOMFactory;

/** Makes a tree of the text of a feed: by the rules of XML where the text keeps them, else repaired. */
final class FeedTree {
    /** Well-formed feeds nest less than 20 deep; deeper trees are made to break recursive readers. */
    static final int MAX_DEPTH = 100;

    /** A feed of 20,000 rich items has fewer; each becomes objects in memory. */
    private static final int MAX_TAGS = 1_500_000;

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";
    private static final String SAX = "http://xml.org/sax/features/";

    private FeedTree() {}

    static Document read(String text, Problems problems) throws UnreadableFeed {
        if (text.chars().filter(c -> c == '<').count() > MAX_TAGS) {
            throw new UnreadableFeed("this has more than %,d tags, more than any podcast needs".formatted(MAX_TAGS));
        }
        try {
            return builder().build(new StringReader(text));
        } catch (JDOMParseException e) {
            problems.add(sentence(e), e.getLineNumber());
            return FeedRepair.repair(text, problems);
        } catch (JDOMException | IOException | RuntimeException e) {
            problems.add("this is not well-formed XML; it was repaired", 0);
            return FeedRepair.repair(text, problems);
        }
    }

    private static String sentence(JDOMParseException e) {
        String what = Optional.ofNullable(e.getCause())
                .map(Throwable::getMessage)
                .orElse("it is not well-formed")
                .replaceAll("\\s+", " ");
        return "not well-formed XML, repaired: " + what;
    }

    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder();
        builder.setJDOMFactory(new LocatedJDOMFactory());
        builder.setExpandEntities(true);
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature(SAX + "external-general-entities", false);
        builder.setFeature(SAX + "external-parameter-entities", false);
        builder.setProperty(LIMIT + "maxElementDepth", Integer.toString(MAX_DEPTH));
        builder.setProperty(LIMIT + "elementAttributeLimit", "200");
        builder.setProperty(LIMIT + "maxXMLNameLimit", "1000");
        return builder;
    }
}
