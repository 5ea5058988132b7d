package io.briefcast.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads RSS and Atom feeds with the tags of Apple and of Podcasting 2.0, as leniently as can be: what can be read is
 * read, what cannot is a problem with its line. Holds no state; safe for many threads.
 */
public final class FeedParser {
    /** Most bytes of a feed; the largest podcast feeds known have 10 to 14 MB. */
    public static final long MAX_BYTES = 15L * 1024 * 1024;

    /** Raised when bodies that did not change would be read in another way; then their validators are not used. */
    static final int VERSION = 2;

    /** A page says what it is near its beginning. */
    private static final int HEAD = 100_000;

    /**
     * Reads a feed.
     *
     * @param contentType of the HTTP answer; only its charset is believed
     * @param address where the feed came from, to make relative links absolute; empty for a file
     * @throws UnreadableFeed when this is no feed at all; its message says what it is instead
     */
    public ParsedFeed parse(byte[] body, Optional<String> contentType, Optional<URI> address) throws UnreadableFeed {
        if (body.length > MAX_BYTES) {
            throw new UnreadableFeed(
                    "this is larger than %d MB, the most that is read of a feed".formatted(MAX_BYTES / (1024 * 1024)));
        }
        Problems problems = new Problems();
        String text = FeedText.read(body, contentType, problems);
        if (text.isBlank()) {
            throw new UnreadableFeed(whatElse(body));
        }
        refuseOtherKinds(text, address);
        return new FeedReading(FeedOutline.of(FeedTree.read(text, address, problems), problems), address, problems)
                .feed();
    }

    private static String whatElse(byte[] body) {
        if (body.length == 0) {
            return "this is empty, not a feed";
        }
        for (int i = 0; i < Math.min(body.length, 1_000); i++) {
            if (body[i] == 0) {
                return "this is a binary file, not a feed";
            }
        }
        return "this is plain text, not a feed: give the address of an RSS or Atom feed";
    }

    private static void refuseOtherKinds(String text, Optional<URI> address) throws UnreadableFeed {
        String start = text.stripLeading();
        String head = start.substring(0, Math.min(HEAD, start.length()));
        boolean isFeed = mayBeFeed(head) || mayBeFeed(head.toLowerCase(Locale.ROOT));
        if (head.regionMatches(true, 0, "<html", 0, 5) || (!isFeed && looksLikePage(head))) {
            throw new UnreadableFeed("this is a web page, not a feed" + hint(head, address));
        }
    }

    private static boolean mayBeFeed(String head) {
        return head.contains("<rss")
                || head.contains("<feed")
                || head.contains(":feed")
                || head.contains("<rdf")
                || head.contains("<channel");
    }

    private static boolean looksLikePage(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        return lower.contains("<html") || lower.contains("<body") || lower.contains("<head>") || lower.contains("<div");
    }

    /** Pages often name their feed. */
    private static String hint(String head, Optional<URI> address) {
        return PageFeeds.in(head, address).stream()
                .findFirst()
                .map(feed -> ": it names %s as its feed".formatted(feed))
                .orElse(": look on it for a link named RSS or podcast feed");
    }
}
