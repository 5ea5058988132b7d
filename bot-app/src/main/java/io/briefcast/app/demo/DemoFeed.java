package io.briefcast.app.demo;

import io.briefcast.app.demo.DemoSchedule.Release;
import java.io.StringWriter;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a demo show as the RSS feed that a publisher would serve, with itunes and podcast tags. */
final class DemoFeed {
    private static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static final String PODCAST = "https://podcastindex.org/namespace/1.0";
    private final XMLStreamWriter out;
    private final String base;

    private DemoFeed(XMLStreamWriter out, String base) {
        this.out = out;
        this.base = base;
    }

    static String write(DemoShow show, List<Release> releases, URI root) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new DemoFeed(out, root.resolve(show.slug() + "/").toString()).feed(show, releases);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed in memory cannot fail", e);
        }
        return text.toString();
    }

    private void feed(DemoShow show, List<Release> releases) throws XMLStreamException {
        out.writeStartDocument();
        out.writeStartElement("rss");
        out.writeAttribute("version", "2.0");
        out.writeNamespace("itunes", ITUNES);
        out.writeNamespace("podcast", PODCAST);
        out.writeStartElement("channel");
        text("title", show.title());
        text("link", show.link().toString());
        text("description", show.description());
        text("language", show.language());
        text("itunes:author", String.join(", ", show.hosts()));
        empty("itunes:image", "href", base + "artwork.png");
        empty("itunes:category", "text", show.category());
        for (String host : show.hosts()) {
            person(host, "host");
        }
        for (Release release : releases) {
            item(show, release);
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void item(DemoShow show, Release release) throws XMLStreamException {
        var episode = release.episode();
        String address = base + episode.slug() + "/" + release.day();
        out.writeStartElement("item");
        text("title", episode.title());
        guid(show.slug() + "/" + episode.slug() + "/" + release.day());
        text("link", show.link() + "/" + episode.slug());
        text("description", episode.notes());
        text(
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(release.published().atOffset(ZoneOffset.UTC)));
        enclosure(address + "/audio.wav", Optional.of(DemoAudio.lengthBytes(episode.durationSeconds())));
        text("itunes:duration", Integer.toString(episode.durationSeconds()));
        text("itunes:season", Integer.toString(episode.season()));
        text("itunes:episode", Integer.toString(episode.number()));
        text("itunes:episodeType", "full");
        for (String host : show.hosts()) {
            person(host, "host");
        }
        for (String guest : episode.guests()) {
            person(guest, "guest");
        }
        empty("podcast:transcript", "url", address + "/" + episode.transcript(), "type", episode.type());
        out.writeEndElement();
    }

    private void guid(String guid) throws XMLStreamException {
        out.writeStartElement("guid");
        out.writeAttribute("isPermaLink", "false");
        out.writeCharacters(guid);
        out.writeEndElement();
    }

    private void enclosure(String url, Optional<Long> lengthBytes) throws XMLStreamException {
        empty("enclosure", "url", url, "type", "audio/wav", "length", Long.toString(lengthBytes.orElse(0L)));
    }

    private void person(String name, String role) throws XMLStreamException {
        out.writeStartElement("podcast:person");
        out.writeAttribute("role", role);
        out.writeCharacters(name);
        out.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
