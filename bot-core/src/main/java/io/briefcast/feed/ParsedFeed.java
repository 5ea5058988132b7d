package io.briefcast.feed;

import io.briefcast.podcast.Person;
import io.briefcast.podcast.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A feed as its publisher wrote it.
 *
 * @param title plain text, empty when there is none
 * @param description plain text
 * @param language BCP 47 tag as given, empty when not said
 * @param persons those who make the show
 * @param profile what is said about the feed as a whole
 * @param items in the order of the feed
 * @param problems what could not be read, at most a hundred and one
 */
public record ParsedFeed(
        String title,
        Optional<URI> link,
        String description,
        String language,
        Optional<URI> artwork,
        List<Person> persons,
        FeedProfile profile,
        List<FeedItem> items,
        List<Problem> problems) {
    public ParsedFeed {
        persons = List.copyOf(persons);
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }
}
