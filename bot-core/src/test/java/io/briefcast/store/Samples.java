package io.briefcast.store;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedding;
import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Shows, episodes and insights to store. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private Samples() {}

    public static Show show(String name) {
        return Show.unread(URI.create("https://%s.example/feed.xml".formatted(name)));
    }

    /** Adds the show, and an episode of it for every id, published an hour apart, the first one at noon. */
    public static Show showWithEpisodes(Database db, String name, String... episodeIds) {
        Show show = show(name);
        new JdbcShows(db).add(show, FeedState.untried(show.id(), NOON));
        var episodes = new JdbcEpisodes(db, CLOCK);
        for (int i = 0; i < episodeIds.length; i++) {
            episodes.save(episode(show, episodeIds[i], NOON.plus(Duration.ofHours(i))), List.of(episodeIds[i]));
        }
        return show;
    }

    public static Episode episode(Show show, String id, Instant published) {
        return new Episode(
                id,
                show.id(),
                "guid-" + id,
                "Renting power, \"part\" " + id,
                Optional.of(URI.create("https://show.example/" + id)),
                published,
                Optional.of(new Enclosure(URI.create("https://cdn.example/a.mp3?x=1"), "audio/mpeg", 5_000_000_000L)),
                Optional.of(Duration.ofMillis(3_723_500)),
                Optional.of(2),
                Optional.of("100.5"),
                Episode.Kind.BONUS,
                List.of(new Person("Åsa Öberg", "host"), new Person("Li", "guest")),
                List.of(new TranscriptLink(URI.create("https://cdn.example/a.vtt"), "text/vtt", "en")),
                Optional.of(URI.create("https://cdn.example/chapters.json")),
                "Notes\nover two lines",
                List.of(new Chapter(Duration.ofMillis(62_500), "Rents, \"part\" two")));
    }

    /** An episode of which the feed says as little as it may. */
    public static Episode bareEpisode(Show show, String id) {
        return bareEpisode(show, id, NOON);
    }

    /** The same of another date. */
    public static Episode bareEpisode(Show show, String id, Instant published) {
        return new Episode(
                id,
                show.id(),
                id,
                "",
                Optional.empty(),
                published,
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

    public static Insight insight(Show show, String episodeId, String id, double score, Instant published) {
        return new Insight(
                id,
                episodeId,
                show.id(),
                "Renting is cheaper until you need it in a hurry",
                "Prices double when everybody comes at once.",
                new Quote("Renting is, um, cheaper.", "Li", Duration.ofMillis(61_250), Duration.ofSeconds(64), true),
                score,
                0.75,
                published,
                "highlights-1",
                List.of("renting", "power"),
                new Embedding(new float[] {0.6f, -0.8f, 0f}),
                "Rent, or own?",
                Insight.Kind.ADVICE);
    }

    public static Subscription subscription(String id, boolean active) {
        return new Subscription(
                id,
                new Audience("audience-" + id, "chat", Audience.Kind.CHANNEL, "team", "#general"),
                new Interests(
                        List.of("compute strategy"),
                        Set.of("a"),
                        List.of(
                                Mute.forGood(Mute.Kind.TOPIC, "football"),
                                new Mute(Mute.Kind.SHOW, "b", Optional.of(LocalDate.of(2026, 4, 1)))),
                        3),
                new BriefTime(
                        LocalTime.of(7, 30), ZoneId.of("Europe/Paris"), EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                active,
                Optional.of(LocalDate.of(2026, 3, 20)),
                "ada",
                "#general",
                Locale.GERMAN);
    }
}
