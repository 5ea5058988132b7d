package io.briefcast.feed;

import io.briefcast.podcast.Problem;
import io.briefcast.podcast.Show;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of shows as podcast apps exchange them (OPML 2.0), read as leniently as apps write them. */
public final class Opml {
    /** The largest lists of real listeners have a few thousand shows. */
    private static final int MOST_SHOWS = 10_000;

    private static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Folders in folders; a deeper list is made to do harm. */
    private static final int MAX_DEPTH = 50;

    private static final String MAIN_ELEMENT = "opml";

    private Opml() {}

    /**
     * One show of a list.
     *
     * @param title as listed, else the address
     */
    public record Entry(String title, URI feed) {}

    /**
     * A list as it was understood.
     *
     * @param entries each feed once, in the order of the list
     * @param problems what could not be read
     */
    public record Outline(List<Entry> entries, List<Problem> problems) {
        public Outline {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /** Reads a list; never throws for what the bytes hold. */
    public static Outline read(byte[] bytes) {
        Problems problems = new Problems();
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (bytes.length > MOST_BYTES) {
            problems.add("the file is larger than 5 MB, which no list of shows is", 0);
        } else {
            read(FeedText.read(bytes, Optional.empty(), problems), entries, problems);
        }
        return new Outline(List.copyOf(entries.values()), problems.list());
    }

    private static void read(String text, Map<String, Entry> entries, Problems problems) {
        // jsoup keeps entities of a document type as they are written, so there is nothing to expand
        Document document =
                Parser.xmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH).parseInput(text, "");
        outlines(document).limit(MOST_SHOWS).forEach(outline -> add(outline, entries, problems));
        if (outlines(document).skip(MOST_SHOWS).findAny().isPresent()) {
            problems.add("only the first %,d shows are read".formatted(MOST_SHOWS), 0);
        }
        if (entries.isEmpty()) {
            problems.add(nothing(document), 0);
        }
    }

    private static String nothing(Document document) {
        boolean isList =
                document.children().stream().anyMatch(root -> root.normalName().equalsIgnoreCase(MAIN_ELEMENT));
        return isList ? "the list holds no show" : "this is not a list of shows (OPML): export one from a podcast app";
    }

    private static Stream<Element> outlines(Document document) {
        return document.stream()
                .filter(element -> element.tagName().equalsIgnoreCase("outline"))
                .filter(element -> !attribute(element, "xmlurl").isEmpty());
    }

    private static void add(Element outline, Map<String, Entry> entries, Problems problems) {
        String address = attribute(outline, "xmlurl");
        Optional<URI> feed = FeedLinks.resolve(Optional.empty(), FeedScheme.web(address));
        if (feed.isEmpty()) {
            problems.add(
                    "“%s” is not a web address".formatted(address),
                    outline.sourceRange().start().lineNumber());
        }
        String title = Stream.of("title", "text")
                .map(name -> FeedMarkup.title(attribute(outline, name)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(address);
        feed.ifPresent(uri -> entries.merge(place(uri), new Entry(title, uri), Opml::better));
    }

    /** Apps that moved from http to https list some shows twice. */
    private static String place(URI feed) {
        String host = Optional.ofNullable(feed.getRawAuthority()).orElse("").toLowerCase(Locale.ROOT);
        return host + feed.getRawPath() + "?" + feed.getRawQuery();
    }

    private static Entry better(Entry first, Entry second) {
        boolean secured = "http".equalsIgnoreCase(first.feed().getScheme())
                && "https".equalsIgnoreCase(second.feed().getScheme());
        return secured ? second : first;
    }

    /** Whatever its case; empty when it is not there. */
    private static String attribute(Element element, String name) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                return attribute.getValue().strip();
            }
        }
        return "";
    }

    /** The shows as a list in OPML 2.0, UTF-8. */
    public static byte[] write(List<Show> shows, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement(MAIN_ELEMENT);
            out.writeAttribute("version", "2.0");
            head(out, now);
            out.writeStartElement("body");
            for (Show show : shows) {
                outline(out, show);
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a list in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void head(XMLStreamWriter out, Instant now) throws XMLStreamException {
        out.writeStartElement("head");
        out.writeStartElement("title");
        out.writeCharacters("Shows followed by Briefcast");
        out.writeEndElement();
        out.writeStartElement("dateCreated");
        out.writeCharacters(DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void outline(XMLStreamWriter out, Show show) throws XMLStreamException {
        out.writeEmptyElement("outline");
        out.writeAttribute("type", "rss");
        out.writeAttribute("text", allowed(show.title()));
        out.writeAttribute("title", allowed(show.title()));
        out.writeAttribute("xmlUrl", show.feed().toString());
        if (show.link().isPresent()) {
            out.writeAttribute("htmlUrl", show.link().get().toString());
        }
    }

    private static String allowed(String text) {
        return text.codePoints()
                .filter(FeedText::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
