package io.briefcast.feed;

import io.briefcast.podcast.Pace;
import java.net.URI;
import java.util.Optional;

/**
 * What a publisher says about a feed as a whole, and how it wants to be read.
 *
 * @param guid the show's own identifier, which follows it to other hosts
 * @param medium in lower case; {@code podcast} when not said
 * @param blocked whether we are asked not to show it
 * @param locked whether other hosts must not import it; empty when not said
 * @param newFeed where the feed says it has moved
 * @param nextPage older items (RFC 5005)
 * @param pace how seldom it wants to be asked
 */
public record FeedProfile(
        Optional<String> guid,
        String medium,
        boolean blocked,
        Optional<License> license,
        Optional<Boolean> locked,
        Optional<URI> newFeed,
        Optional<URI> nextPage,
        Pace pace) {}
