package io.briefcast.feed;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Feeds that are made to cost their reader time: each as large as a feed may be, each with too much of one thing. */
final class HostileFeeds {
    private static final int SIZE = 14_900_000;
    private static final String HEAD = "<rss version='2.0' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
            + " xmlns:podcast='https://podcastindex.org/namespace/1.0'><channel><title>T</title>";
    private static final String END = "</channel></rss>";

    private final Map<String, Supplier<String>> feeds = new LinkedHashMap<>();

    private HostileFeeds() {}

    /** By what there is too much of; each is made when it is asked for, because together they are large. */
    static Map<String, Supplier<byte[]>> all() {
        HostileFeeds made = new HostileFeeds();
        made.text();
        made.names();
        made.items();
        made.structure();
        made.repairs();
        Map<String, Supplier<byte[]>> bytes = new LinkedHashMap<>();
        made.feeds.forEach((name, feed) -> bytes.put(name, () -> feed.get().getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private void text() {
        feeds.put("digits of a date", () -> item("<pubDate>" + fill("9") + "</pubDate>"));
        feeds.put("ampersands", () -> item("<description>" + fill("&") + "</description>"));
        feeds.put("usual entities", () -> item("<description>" + fill("&amp;") + "</description>"));
        feeds.put("entities of HTML", () -> item("<description>" + fill("&eacute;") + "</description>"));
        feeds.put("unknown entities", () -> item("<description>" + fill("&bogus;") + "</description>"));
        feeds.put(
                "different unknown entities",
                () -> item("<description>" + each(1_400_000, i -> "&b" + i + ";") + "</description>"));
        feeds.put("brackets of CDATA", () -> item("<description><![CDATA[" + fill("]") + "]]></description>"));
        feeds.put("comments", () -> fill("<!---->") + HEAD + END);
        feeds.put("document type", () -> "<!DOCTYPE rss [" + fill("<!ENTITY a 'b'>") + "]>" + HEAD + END);
    }

    private void names() {
        feeds.put("attributes", () -> item("<a" + each(900_000, i -> " a" + i + "='b'") + "/>"));
        feeds.put("prefixes", () -> item("<a" + each(700_000, i -> " xmlns:a" + i + "='b'") + "/>"));
        feeds.put("prefixes, ill-formed", () -> item("<a" + each(700_000, i -> " xmlns:a" + i + "='b'") + ">&</a>"));
        feeds.put(
                "prefixes inside each other",
                () -> HEAD + each(700_000, i -> "<a xmlns:q='" + i % 10 + "'>") + "<itunes:x/>" + END);
        feeds.put(
                "prefixes inside each other, ill-formed",
                () -> HEAD + "&" + each(100, i -> "<a" + each(190, j -> " xmlns:q" + i + "x" + j + "='u'") + ">")
                        + fill("<b/>") + END);
        feeds.put(
                "prefixes of many tags",
                () -> HEAD
                        + each(100, i -> "<a" + each(190, j -> " xmlns:q" + i + "x" + j + "='u'") + ">")
                        + "<b xmlns:r='v'/>".repeat(700_000)
                        + "</a>".repeat(100)
                        + END);
        feeds.put("one attribute", () -> item("<a a='" + fill("x") + "'/>"));
        feeds.put("one name", () -> item("<" + fill("x") + "/>"));
    }

    private void items() {
        feeds.put("empty items", () -> HEAD + "<item/>".repeat(1_400_000) + END);
        feeds.put("items with a tag", () -> HEAD + "<item><a/></item>".repeat(490_000) + END);
        feeds.put("titles", () -> channel("<item><title>&lt;b&gt;&amp;amp;</title></item>"));
        feeds.put("dates", () -> channel("<item><pubDate>" + "a".repeat(30) + "  ".repeat(15) + "</pubDate></item>"));
        feeds.put(
                "dates of an item",
                () -> channel("<item>" + ("<pubDate>" + "a".repeat(30) + "  ".repeat(15) + "</pubDate>").repeat(400)
                        + "</item>"));
        feeds.put("notes", () -> channel("<item><description>" + "&lt;b&gt;".repeat(20) + "x</description></item>"));
        feeds.put(
                "long notes",
                () -> channel("<item><description>" + "&lt;b&gt;".repeat(30_000) + "x</description></item>"));
        feeds.put("transcripts", () -> item(fill("<podcast:transcript url='http://a/b'/>")));
        feeds.put(
                "transcripts, different",
                () -> item(each(350_000, i -> "<podcast:transcript url='http://a/" + i + "'/>")));
    }

    private void structure() {
        feeds.put("depth", () -> HEAD + "<abcdefghij>".repeat(1_200_000));
        feeds.put("depth, closed", () -> HEAD + "<a>".repeat(740_000) + "</a>".repeat(740_000) + END);
        feeds.put("empty tags", () -> item("<a/>".repeat(1_490_000)));
        feeds.put("text between tags", () -> item("<title>" + "a<b/>".repeat(1_490_000) + "</title>"));
        feeds.put(
                "addresses", () -> "<rss xml:base='http://h/" + "a/".repeat(3_000) + "'>" + fill("<link>../x</link>"));
    }

    private void repairs() {
        feeds.put("brackets", () -> fill("<["));
        feeds.put("brackets in a row", () -> "<" + fill("["));
        feeds.put("brackets inside", () -> HEAD + "<" + fill("["));
        feeds.put("blanks after brackets", () -> HEAD + fill("< ") + END);
        feeds.put("open items", () -> HEAD + fill("<item>&<b>") + END);
        feeds.put("ends without beginning", () -> HEAD + "<a>".repeat(300) + "</zz>".repeat(1_400_000) + END);
        feeds.put("text between tags, ill-formed", () -> item("<title>" + "a&<b/>".repeat(1_490_000) + "</title>"));
        feeds.put("empty items, ill-formed", () -> HEAD + "&" + "<item/>".repeat(1_400_000) + END);
        feeds.put("quotes that never close", () -> HEAD + "&" + fill("<a b='") + END);
        feeds.put("rich items, ill-formed", () -> channel("<item><title>a & b <br> c" + "x".repeat(600) + "</title>"));
    }

    private static String item(String inside) {
        return HEAD + "<item>" + inside + "</item>" + END;
    }

    private static String channel(String item) {
        return HEAD + fill(item) + END;
    }

    private static String fill(String part) {
        return part.repeat(SIZE / part.length());
    }

    private static String each(int count, IntFunction<String> part) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            parts.append(part.apply(i));
        }
        return parts.toString();
    }
}
