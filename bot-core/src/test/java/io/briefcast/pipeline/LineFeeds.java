package io.briefcast.pipeline;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Feeds and transcripts over real HTTP in the simplest form: one episode id a line. */
final class LineFeeds implements FeedReader, TranscriptSource {
    private static final Duration SOON = Duration.ofMillis(100);

    @Override
    public News read(Show show, FeedState state, Map<String, String> keys, Instant now) {
        List<Item> items = get(show.feed())
                .lines()
                .filter(id -> !keys.containsKey(id))
                .map(id -> new Item(episode(show, id), Set.of(id), ""))
                .toList();
        var next = new FeedState(
                show.id(), Optional.empty(), Optional.empty(), now.plus(SOON), Optional.of(now), 0, Optional.empty());
        return new News(show, next, items);
    }

    private static Episode episode(Show show, String id) {
        return new Episode(
                id,
                show.id(),
                id,
                id,
                Optional.of(show.feed().resolve("/words/" + id)),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    @Override
    public String name() {
        return "published";
    }

    @Override
    public Search find(Episode episode) {
        get(episode.link().orElseThrow());
        return new Search.Found(new Transcript("plain", "published", false, List.of(), List.of()));
    }

    private static String get(URI address) {
        try (InputStream body = address.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
