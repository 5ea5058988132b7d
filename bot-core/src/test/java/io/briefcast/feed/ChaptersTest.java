package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.http.Fetched;
import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Episode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChaptersTest {
    private static final URI FILE = URI.create("https://rack.example/1.chapters.json");
    private static final List<Chapter> OUTLINE = List.of(new Chapter(Duration.ZERO, "From the feed"));
    private static final String NOTES = """
            This week we talk about rents. Join us at 12:30 PM.

            00:00 Hello
            • (12:30) – Rent or own?
            [1:02:03] The <last> word
            """;

    private Fetched answer = new Fetched.Throttled(Duration.ZERO);
    private final PublishedChapters chapters = new PublishedChapters(request -> answer);

    @Test
    void aFileSaysMost() {
        answer = body("""
                {"version": "1.2.0", "chapters": [
                  {"startTime": 62.5, "title": "Rents &amp; power", "img": "https://rack.example/1.png"},
                  {"startTime": 0, "title": "Hello"},
                  {"startTime": 70, "title": "A picture only", "toc": false},
                  {"startTime": 80},
                  {"startTime": "later", "title": "When?"},
                  null, 3]}""");

        assertThat(chapters.of(episode(Optional.of(FILE), NOTES, OUTLINE)))
                .containsExactly(
                        new Chapter(Duration.ZERO, "Hello"), new Chapter(Duration.ofMillis(62_500), "Rents & power"));
    }

    @Test
    void aFileThatCannotBeReadCostsNothing() {
        for (String strange : List.of("", "[]", "{", "<html>no</html>", "{\"chapters\": 3}", "[".repeat(100_000))) {
            answer = body(strange);
            assertThat(chapters.of(episode(Optional.of(FILE), NOTES, OUTLINE))).isEqualTo(OUTLINE);
        }
        answer = new Fetched.Throttled(Duration.ZERO);
        assertThat(chapters.of(episode(Optional.of(FILE), NOTES, List.of()))).hasSize(3);
    }

    @Test
    void timesInTheNotesAreChapters() {
        assertThat(chapters.of(episode(Optional.empty(), NOTES, List.of())))
                .containsExactly(
                        new Chapter(Duration.ZERO, "Hello"),
                        new Chapter(Duration.ofMinutes(12).plusSeconds(30), "Rent or own?"),
                        new Chapter(Duration.ofHours(1).plusMinutes(2).plusSeconds(3), "The <last> word"));
    }

    @Test
    void timesThatAreNoListAreNoChapters() {
        assertThat(NoteTimes.chapters("9:00 am Doors\n10:00 a.m. Talk\n11:00 PM End"))
                .isEmpty();
        assertThat(NoteTimes.chapters("12:30 Listen to this\n40:00 and this")).isEmpty();
        assertThat(NoteTimes.chapters("12:30 b\n10:00 a\n40:00 c")).isEmpty();
        assertThat(NoteTimes.chapters("1:2:3:4 b\n2024:10 a\n")).isEmpty();
        assertThat(NoteTimes.chapters("00:00\n".repeat(100_000))).isEmpty();
    }

    @Test
    void podloveChaptersStandInTheFeed() {
        String feed = """
                <rss xmlns:psc="http://podlove.org/simple-chapters"><channel><title>The Rack</title>
                <item><title>Rents</title><psc:chapters version="1.2">
                  <psc:chapter start="00:00:00.000" title="Hello"/>
                  <psc:chapter start="00:12:30.500" title="Rent or own" href="https://rack.example/"/>
                  <psc:chapter start="soon" title="Never"/>
                </psc:chapters></item></channel></rss>""";

        FeedItem item = parsed(feed).items().getFirst();

        assertThat(item.outline())
                .containsExactly(
                        new Chapter(Duration.ZERO, "Hello"), new Chapter(Duration.ofMillis(750_500), "Rent or own"));
    }

    @Test
    void aMomentIsInTheChapterThatBeganLast() {
        List<Chapter> all =
                List.of(new Chapter(Duration.ofSeconds(10), "Hello"), new Chapter(Duration.ofSeconds(60), "Rents"));

        assertThat(Chapter.at(Duration.ofSeconds(9), all)).isEmpty();
        assertThat(Chapter.at(Duration.ofSeconds(59), all)).map(Chapter::title).contains("Hello");
        assertThat(Chapter.at(Duration.ofSeconds(60), all)).map(Chapter::title).contains("Rents");
    }

    private static ParsedFeed parsed(String feed) {
        try {
            return new FeedParser().parse(feed.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
        } catch (UnreadableFeed e) {
            throw new AssertionError(e);
        }
    }

    private static Fetched body(String text) {
        return new Fetched.Body(
                FILE,
                text.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }

    private static Episode episode(Optional<URI> file, String notes, List<Chapter> outline) {
        return new Episode(
                "e1",
                "s1",
                "g1",
                "Rents",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                file,
                notes,
                outline);
    }
}
