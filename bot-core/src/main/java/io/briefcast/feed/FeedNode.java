package io.briefcast.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** One tag of a feed with what is in it. Made by {@link FeedTree} and {@link FeedRepair}, then only read. */
final class FeedNode {
    /** An attribute; those of other namespaces are not kept. */
    private record Attribute(String name, String value) {}

    private final String space;
    private final String name;
    private final int line;
    private final Optional<URI> base;
    private final List<Attribute> attributes = new ArrayList<>(0);
    /** Strings and nodes, in order. */
    private final List<Object> content = new ArrayList<>(1);

    /**
     * An empty node.
     *
     * @param space address of its namespace, empty for none
     * @param name without prefix
     * @param line 1-based, 0 when unknown
     * @param base what relative addresses in it belong to
     */
    FeedNode(String space, String name, int line, Optional<URI> base) {
        this.space = space;
        this.name = name.toLowerCase(Locale.ROOT);
        this.line = line;
        this.base = base;
    }

    void attribute(String key, String value) {
        attributes.add(new Attribute(key, value));
    }

    void add(String text) {
        content.add(text);
    }

    void add(FeedNode child) {
        content.add(child);
    }

    /** Undoes adding. */
    void remove(FeedNode child) {
        content.remove(child);
    }

    String space() {
        return space;
    }

    /** In lower case. */
    String name() {
        return name;
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    int line() {
        return line;
    }

    Optional<URI> base() {
        return base;
    }

    List<FeedNode> children() {
        List<FeedNode> children = new ArrayList<>(content.size());
        for (Object part : content) {
            if (part instanceof FeedNode child) {
                children.add(child);
            }
        }
        return children;
    }

    Stream<FeedNode> children(String named) {
        return children().stream().filter(child -> child.isNamed(named));
    }

    /** Its value without blanks around it, empty when there is none; the case of the name does not matter. */
    String attribute(String key) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(key)) {
                return attribute.value().strip();
            }
        }
        return "";
    }

    /** The text between its own tags, without blanks around it. */
    String text() {
        if (content.size() == 1 && content.getFirst() instanceof String text) {
            return text.strip();
        }
        StringBuilder text = new StringBuilder();
        content.stream().filter(String.class::isInstance).forEach(text::append);
        return text.toString().strip();
    }

    /** What is in it as HTML: the text, which is HTML itself in most feeds, and the tags that stand there naked. */
    String markup() {
        if (content.size() == 1 && content.getFirst() instanceof String text) {
            return text.strip();
        }
        boolean escaped = !attribute("type").equalsIgnoreCase("xhtml");
        StringBuilder markup = new StringBuilder();
        content.forEach(part -> write(part, escaped, markup));
        return markup.toString().strip();
    }

    /** Depth is limited by those who make nodes. */
    private static void write(Object part, boolean escaped, StringBuilder markup) {
        if (part instanceof FeedNode child) {
            String tag = child.name();
            markup.append('<').append(tag).append('>');
            child.content.forEach(inner -> write(inner, escaped, markup));
            markup.append("</").append(tag).append('>');
        } else {
            String text = String.valueOf(part);
            markup.append(escaped ? text : Entities.escape(text));
        }
    }
}
