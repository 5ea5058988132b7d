package io.briefcast.transcript.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.http.Fetched;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptSource.Search;
import io.briefcast.transcript.format.Formats;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedTranscriptTest {
    private static final String CUE = "00:00:01.000 --> 00:00:02.000\nGood evening.\n";
    private static final Fetched MISSING = new Fetched.Refused(Fetched.Reason.NOT_FOUND, "there is no such page");

    private final Map<String, Fetched> web = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final PublishedTranscript published = new PublishedTranscript(
            request -> {
                asked.add(request.address());
                return web.getOrDefault(request.address(), MISSING);
            },
            new TranscriptReader(Formats.found()));

    @Test
    void takesTheFormatThatTellsMost() {
        web.put("https://a.example/t.vtt", body("WEBVTT\n\n" + CUE));

        Search search = published.find(Notes.episode(
                "",
                link("https://a.example/t.txt", "text/plain"),
                link("https://a.example/t.html", "text/html"),
                link("https://a.example/t.srt", "application/x-subrip"),
                link("https://a.example/t.vtt", "text/vtt"),
                link("https://a.example/t.json", "application/json")));

        assertThat(asked).containsExactly("https://a.example/t.json", "https://a.example/t.vtt");
        assertThat(search).isInstanceOfSatisfying(Search.Found.class, found -> {
            assertThat(found.transcript().format()).isEqualTo("webvtt");
            assertThat(found.transcript().origin()).isEqualTo("published");
        });
    }

    @Test
    void triesTheNextWhereOneIsAnErrorPage() {
        web.put("https://a.example/1", body("<html><title>404 Not Found</title><p>Not found</p></html>"));
        web.put("https://a.example/2", body("1\n" + CUE));

        Search search = published.find(Notes.episode(
                "", link("https://a.example/1", "text/vtt"), link("https://a.example/2", "application/srt")));

        assertThat(search).isInstanceOf(Search.Found.class);
    }

    @Test
    void looksAgainLaterWhereTheFailureIsPassing() {
        for (Fetched passing : List.of(
                new Fetched.Throttled(Duration.ofMinutes(5)),
                new Fetched.Refused(Fetched.Reason.TOO_SLOW, "too slow"),
                new Fetched.Refused(Fetched.Reason.SERVER_ERROR, "the server is broken"),
                new Fetched.Refused(Fetched.Reason.NO_CONNECTION, "no connection"))) {
            web.put("https://a.example/1", passing);

            Search search = published.find(Notes.episode(
                    "", link("https://a.example/1", "text/vtt"), link("https://a.example/2", "text/html")));

            assertThat(search)
                    .isInstanceOfSatisfying(
                            Search.Later.class,
                            later -> assertThat(later.why())
                                    .contains("https://a.example/1: ", "https://a.example/2: there is no such page"));
        }
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(published.find(Notes.episode(""))).isEqualTo(new Search.Nothing("the feed links to no transcript"));
        assertThat(published.find(Notes.episode("", link("https://a.example/1", "text/vtt"))))
                .isEqualTo(new Search.Nothing("https://a.example/1: there is no such page"));
    }

    private static TranscriptLink link(String address, String type) {
        return new TranscriptLink(URI.create(address), type, "");
    }

    private static Fetched body(String text) {
        return new Fetched.Body(
                URI.create("https://a.example/"),
                text.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/plain"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }
}
