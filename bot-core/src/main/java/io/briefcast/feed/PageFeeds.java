package io.briefcast.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The feeds that a web page names in its head: https://www.rssboard.org/rss-autodiscovery. */
final class PageFeeds {
    /** A page says what it is near its beginning. */
    private static final int HEAD = 400_000;

    /** Blogs name feeds of posts and comments beside the show's; nobody names more on purpose. */
    private static final int MOST = 4;

    private PageFeeds() {}

    /**
     * Each feed once, in the order of the page.
     *
     * @param address of the page, to make relative links absolute
     */
    static List<URI> in(String page, Optional<URI> address) {
        String head = page.substring(0, Math.min(HEAD, page.length()));
        return Jsoup.parse(head).select("link[rel~=(?i)\\balternate\\b][type~=(?i)(rss|atom)\\+xml][href]").stream()
                .map((Element link) -> FeedLinks.resolve(address, link.attr("href")))
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
