package io.briefcast.feed;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Items for tests, changed one thing at a time. */
record Items(
        Optional<String> guid,
        String title,
        Optional<String> media,
        Optional<Instant> date,
        Episode.Kind kind,
        Optional<String> page) {
    static Items item(int number, Instant date) {
        return new Items(
                Optional.of("guid-" + number),
                "Episode " + number,
                Optional.of("https://cdn.example/%d.mp3".formatted(number)),
                Optional.of(date),
                Episode.Kind.FULL,
                Optional.empty());
    }

    Items guid(String other) {
        return new Items(Optional.of(other), title, media, date, kind, page);
    }

    Items title(String other) {
        return new Items(guid, other, media, date, kind, page);
    }

    Items media(String other) {
        return new Items(guid, title, Optional.of(other), date, kind, page);
    }

    Items on(Instant other) {
        return new Items(guid, title, media, Optional.of(other), kind, page);
    }

    Items undated() {
        return new Items(guid, title, media, Optional.empty(), kind, page);
    }

    Items kind(Episode.Kind other) {
        return new Items(guid, title, media, date, other, page);
    }

    Items page(String address) {
        return new Items(guid, title, media, date, kind, Optional.of(address));
    }

    FeedItem build() {
        return new FeedItem(
                guid,
                title,
                page.map(URI::create),
                date,
                media.map(url -> new Enclosure(URI.create(url), "audio/mpeg", 0)),
                Optional.of(Duration.ofMinutes(40)),
                Optional.empty(),
                Optional.empty(),
                kind,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                "");
    }
}
