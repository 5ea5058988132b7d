package io.briefcast.podcast;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A podcast.
 *
 * @param id short, stable and opaque; see {@link Ids#show(URI)}
 * @param feed where it is read from
 * @param title the feed's title; the feed's address until it was read once
 * @param language BCP 47 tag as the feed gives it, empty when not said
 */
public record Show(
        String id,
        URI feed,
        String title,
        String description,
        Optional<URI> link,
        Optional<URI> artwork,
        String language,
        List<Person> persons) {
    public Show {
        persons = List.copyOf(persons);
    }

    /** The same show at another address; its id stays. */
    public Show readFrom(URI address) {
        return new Show(id, address, title, description, link, artwork, language, persons);
    }

    /** A show of which only the address is known. */
    public static Show unread(URI feed) {
        return new Show(Ids.show(feed), feed, feed.toString(), "", Optional.empty(), Optional.empty(), "", List.of());
    }
}
