package io.briefcast.feed;

import io.briefcast.feed.ShowDirectory.Answer;
import io.briefcast.feed.ShowDirectory.Listed;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the show that somebody means: by the address of its feed, of a page that names its feed, of its page at Apple
 * Podcasts, or by its name.
 */
public final class ShowFinder {
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5";
    private static final Pattern AT_APPLE = Pattern.compile(
            "https?://(?:podcasts|itunes)\\.apple\\.com/(?:[^?#]{0,500}/)?id(\\d{3,15})(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE);

    /** Fewer letters name half of all shows. */
    private static final int FEWEST_LETTERS = 3;

    /** Platforms wait three seconds for suggestions. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** Who types on does not wait when fewer letters have found something that still fits. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final HttpFetcher fetcher;
    private final ShowDirectory directory;
    private final FeedParser parser = new FeedParser();

    public ShowFinder(HttpFetcher fetcher, ShowDirectory directory) {
        this.fetcher = fetcher;
        this.directory = directory;
    }

    /** What came of looking. */
    public sealed interface Found {
        /** This show. */
        record One(ShowPreview show) implements Found {}

        /**
         * An address that cannot be read just now, though it may be a feed.
         *
         * @param sentence why it cannot
         */
        record Unread(URI feed, String sentence) implements Found {}

        /** One of these, best first. */
        record Several(List<Listed> shows) implements Found {
            public Several {
                shows = List.copyOf(shows);
            }
        }

        /** No show, and why, in one sentence. */
        record Nothing(String sentence) implements Found {}
    }

    /** The show behind an address. */
    public Found at(URI address) {
        Matcher apple = AT_APPLE.matcher(address.toString());
        return apple.matches() ? atApple(apple.group(1)) : ask(address, true);
    }

    /** The show of this name, or those whose names are like it. */
    public Found named(String name) {
        return switch (directory.search(name)) {
            case Answer.Unavailable unavailable -> new Found.Nothing(unavailable.sentence());
            case Answer.Found found -> choose(name, found.shows());
        };
    }

    /**
     * Titles of shows like this one, for somebody who is typing. While the directory is still being asked, those that
     * fewer letters have found, or none; the asking goes on, so that the next letter finds it answered.
     */
    public List<String> titles(String typed, int limit) {
        if (typed.strip().length() < FEWEST_LETTERS) {
            return List.of();
        }
        List<Listed> before = directory.remembered(typed);
        var asking = CompletableFuture.supplyAsync(() -> directory.suggest(typed), Thread::startVirtualThread)
                .completeOnTimeout(
                        new Answer.Found(before),
                        (before.isEmpty() ? PATIENCE : GLANCE).toMillis(),
                        TimeUnit.MILLISECONDS);
        return switch (asking.join()) {
            case Answer.Unavailable unavailable -> titles(before, limit);
            case Answer.Found found -> titles(found.shows(), limit);
        };
    }

    private static List<String> titles(List<Listed> shows, int limit) {
        return shows.stream().map(Listed::title).distinct().limit(limit).toList();
    }

    private Found choose(String name, List<Listed> shows) {
        List<Listed> exact = shows.stream()
                .filter(show -> show.title().equalsIgnoreCase(name.strip()))
                .toList();
        List<Listed> meant = exact.isEmpty() ? shows : exact;
        if (meant.isEmpty()) {
            return new Found.Nothing("No directory lists a show of that name.");
        }
        return meant.size() == 1 ? ask(meant.getFirst().feed(), true) : new Found.Several(meant);
    }

    private Found atApple(String id) {
        return switch (directory.lookUp(id)) {
            case Answer.Unavailable unavailable -> new Found.Nothing(unavailable.sentence());
            case Answer.Found found ->
                found.shows().stream()
                        .findFirst()
                        .map(show -> ask(show.feed(), true))
                        .orElseGet(() -> new Found.Nothing(
                                "Apple names no feed for this show; it may be played in Apple's app only."));
        };
    }

    /**
     * Asks an address.
     *
     * @param mayBePage whether a page's own feeds are tried; pages behind pages are not
     */
    private Found ask(URI address, boolean mayBePage) {
        FetchRequest request =
                new FetchRequest(address.toString(), Optional.empty(), Optional.empty(), FeedParser.MAX_BYTES, ACCEPT);
        return switch (fetcher.fetch(request)) {
            case Fetched.Body body -> read(address, body, mayBePage);
            case Fetched.NotModified same -> new Found.Nothing("The server says that nothing changed.");
            case Fetched.Throttled busy -> new Found.Unread(address, "The server is busy.");
            case Fetched.Refused refused ->
                refused.isPassing()
                        ? new Found.Unread(address, refused.sentence())
                        : new Found.Nothing(refused.sentence());
        };
    }

    private Found read(URI address, Fetched.Body body, boolean mayBePage) {
        try {
            ParsedFeed feed = parser.parse(body.bytes(), body.contentType(), Optional.of(body.address()));
            return new Found.One(ShowPreview.of(body.movedTo().orElse(address), feed));
        } catch (UnreadableFeed e) {
            String why = "%s: %s.".formatted(address, e.getMessage());
            return mayBePage ? behind(body, why) : new Found.Nothing(why);
        }
    }

    private Found behind(Fetched.Body page, String why) {
        List<Found> tried = new ArrayList<>();
        String text = FeedText.read(page.bytes(), page.contentType(), new Problems());
        for (URI feed : PageFeeds.in(text, Optional.of(page.address()))) {
            Found found = ask(feed, false);
            if (found instanceof Found.One one && one.show().episodes() > 0) {
                return found;
            }
            tried.add(found);
        }
        return tried.stream()
                .filter(found -> !(found instanceof Found.Nothing))
                .findFirst()
                .orElseGet(() -> new Found.Nothing(why));
    }
}
