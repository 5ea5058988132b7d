package io.briefcast.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The names that mean something in a feed, and how freely they are spelt. */
final class FeedNames {
    static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    static final String PODCAST = "https://podcastindex.org/namespace/1.0";
    static final String GOOGLE_PLAY = "http://www.google.com/schemas/play-podcasts/1.0";
    static final String ATOM = "http://www.w3.org/2005/Atom";

    /** Where the tags that we put into a feed ourselves live. */
    static final Namespace OURS = Namespace.getNamespace("urn:briefcast:feed");

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> DATES = Set.of(
            "pubdate",
            "date",
            "published",
            "updated",
            "modified",
            "issued",
            "created",
            "lastbuilddate",
            "expirationdate",
            "updatebase",
            "datesubmitted",
            "available",
            "valid",
            "dateaccepted",
            "datecopyrighted");

    /** ROME reads RSS by exact spelling. */
    private static final Map<String, String> RSS_SPELLING = spelling(
            "title",
            "link",
            "description",
            "language",
            "image",
            "url",
            "guid",
            "enclosure",
            "author",
            "category",
            "comments",
            "source",
            "copyright",
            "generator",
            "managingEditor",
            "webMaster",
            "ttl");

    private FeedNames() {}

    private static Map<String, String> spelling(String... names) {
        Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            spelling.put(name, name);
        }
        return spelling;
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    static boolean isRoot(String local) {
        return ROOTS.contains(local.toLowerCase(Locale.ROOT));
    }

    static boolean isItem(String local) {
        return local.equalsIgnoreCase("item") || local.equalsIgnoreCase("entry");
    }

    static boolean isDate(Element element) {
        return DATES.contains(element.getName().toLowerCase(Locale.ROOT));
    }

    static String rssSpelling(String name) {
        return RSS_SPELLING.getOrDefault(name, name);
    }

    /** Apple's own address differs in case between its pages. */
    static boolean isItunes(Element element) {
        return element.getNamespaceURI().toLowerCase(Locale.ROOT).contains("itunes.com/dtds/podcast");
    }

    /** The namespace has had two addresses: its site's and its repository's. */
    static boolean isPodcast(Element element) {
        String uri = element.getNamespaceURI().toLowerCase(Locale.ROOT);
        return uri.contains("podcastindex.org/namespace")
                || uri.contains("github.com/podcastindex-org/podcast-namespace");
    }

    static boolean isGooglePlay(Element element) {
        return element.getNamespaceURI().toLowerCase(Locale.ROOT).contains("schemas/play-podcasts");
    }
}
