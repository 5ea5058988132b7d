package io.briefcast.feed;

import java.util.Locale;
import java.util.Set;

/** The names that mean something in a feed, and how freely they are spelt. */
final class FeedNames {
    static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    static final String PODCAST = "https://podcastindex.org/namespace/1.0";
    static final String GOOGLE_PLAY = "http://www.google.com/schemas/play-podcasts/1.0";
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String MEDIA = "http://search.yahoo.com/mrss/";

    private static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");

    /** Attributes that are read although they have a namespace: the language of a feed, the name of an RSS 1.0 item. */
    private static final Set<String> QUALIFIED = Set.of("lang", "about");

    private FeedNames() {}

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    static boolean isRoot(String local) {
        return ROOTS.contains(local.toLowerCase(Locale.ROOT));
    }

    static boolean isItem(String local) {
        return local.equalsIgnoreCase("item") || local.equalsIgnoreCase("entry");
    }

    static boolean isRead(String space, String attribute) {
        return QUALIFIED.contains(attribute) && (space.contains("XML/1998") || space.contains("rdf-syntax"));
    }

    /** RSS itself has no namespace, except in some versions, which have several. */
    static boolean isRss(FeedNode node) {
        String space = node.space();
        return space.isEmpty()
                || space.equals("http://purl.org/rss/1.0/")
                || space.startsWith("http://my.netscape.com/")
                || space.startsWith("http://channel.netscape.com/")
                || space.contains("userland.com/rss");
    }

    static boolean isAtom(FeedNode node) {
        return node.space().equals(ATOM) || node.space().equals(ATOM_03);
    }

    static boolean isContent(FeedNode node) {
        return node.space().startsWith("http://purl.org/rss/1.0/modules/content");
    }

    static boolean isDublinCore(FeedNode node) {
        return node.space().startsWith("http://purl.org/dc/");
    }

    static boolean isMedia(FeedNode node) {
        return node.space().startsWith("http://search.yahoo.com/mrss");
    }

    static boolean isSyndication(FeedNode node) {
        return node.space().startsWith("http://purl.org/rss/1.0/modules/syndication");
    }

    /** Apple's own address differs in case between its pages. */
    static boolean isItunes(FeedNode node) {
        return lower(node).contains("itunes.com/dtds/podcast");
    }

    /** The namespace has had two addresses: its site's and its repository's. */
    static boolean isPodcast(FeedNode node) {
        String space = lower(node);
        return space.contains("podcastindex.org/namespace")
                || space.contains("github.com/podcastindex-org/podcast-namespace");
    }

    static boolean isPodlove(FeedNode node) {
        return lower(node).contains("podlove.org/simple-chapters");
    }

    static boolean isGooglePlay(FeedNode node) {
        return lower(node).contains("schemas/play-podcasts");
    }

    private static String lower(FeedNode node) {
        return node.space().toLowerCase(Locale.ROOT);
    }
}
