package io.briefcast.brief;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The address that plays a moment of an episode: the media file with a temporal fragment (W3C Media Fragments). */
public final class MomentLink {
    private MomentLink() {}

    /** Empty when the episode has no http or https media file; then its page, if it has one. */
    public static Optional<URI> of(Episode episode, Duration moment) {
        return episode.enclosure()
                .map(Enclosure::url)
                .filter(MomentLink::isWeb)
                .map(url -> URI.create(withoutFragment(url) + "#t=" + moment.toSeconds()))
                .or(() -> episode.link().filter(MomentLink::isWeb));
    }

    private static boolean isWeb(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }

    private static String withoutFragment(URI url) {
        String text = url.toASCIIString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }
}
