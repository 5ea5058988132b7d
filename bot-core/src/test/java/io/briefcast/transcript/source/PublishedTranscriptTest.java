package io.briefcast.transcript.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.podcast.Edition;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptSource.Look;
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
    private final List<FetchRequest> requests = new ArrayList<>();
    private final PublishedTranscript published = new PublishedTranscript(
            request -> {
                asked.add(request.address());
                requests.add(request);
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

    @Test
    void asksWithTheValidatorsOfItsEditionAndOnlyWhereTheyCameFrom() {
        web.put("https://a.example/1", answer("https://cdn.example/1", "WEBVTT\n\n" + CUE, "\"v1\""));
        Edition edition = edition("https://a.example/1");
        web.put("https://a.example/1", new Fetched.NotModified(Optional.of("\"v2\""), Optional.empty(), Duration.ZERO));

        Optional<Look> look = published.lookAt(edition);

        FetchRequest conditional = requests.getLast();
        assertThat(conditional.etag()).contains("\"v1\"");
        assertThat(conditional.lastModified()).contains("Mon, 09 Mar 2026 12:00:00 GMT");
        assertThat(conditional.issuer()).contains(URI.create("https://cdn.example/1"));
        assertThat(look)
                .contains(new Look.Same(new Edition(
                        edition.address(),
                        Optional.of("\"v2\""),
                        edition.lastModified(),
                        edition.source(),
                        edition.format(),
                        edition.cues())));
    }

    @Test
    void otherBytesThatSayTheSameAreNoChange() {
        web.put("https://a.example/1", body("WEBVTT\n\n" + CUE));
        Edition edition = edition("https://a.example/1");

        web.put(
                "https://a.example/1",
                answer("https://a.example/1", "WEBVTT\n\nNOTE made anew\n\n7\n" + CUE, "\"v2\""));

        assertThat(published.lookAt(edition))
                .get()
                .isInstanceOfSatisfying(
                        Look.Same.class,
                        same -> assertThat(same.edition().etag()).contains("\"v2\""));
    }

    @Test
    void otherWordsSpeakersOrTimesAreAChange() {
        web.put("https://a.example/1", body("WEBVTT\n\n" + CUE));
        Edition edition = edition("https://a.example/1");

        for (String changed : List.of(
                CUE.replace("evening", "morning"),
                CUE.replace("Good", "<v Ada>Good"),
                CUE.replace("01.000", "01.500"),
                CUE.replace("02.000", "02.500"))) {
            web.put("https://a.example/1", body("WEBVTT\n\n" + changed));

            assertThat(published.lookAt(edition)).contains(new Look.Changed());
        }
    }

    @Test
    void whatCannotBeHadIsNoChange() {
        web.put("https://a.example/1", body("WEBVTT\n\n" + CUE));
        Edition edition = edition("https://a.example/1");

        web.put("https://a.example/1", body("<html><title>Sign in</title><p>Sign in</p></html>"));
        assertThat(published.lookAt(edition)).contains(new Look.Unseen(Duration.ZERO));
        web.put("https://a.example/1", body("Rents fell by a tenth."));
        assertThat(published.lookAt(edition)).contains(new Look.Unseen(Duration.ZERO));
        web.put("https://a.example/1", MISSING);
        assertThat(published.lookAt(edition)).contains(new Look.Unseen(Duration.ZERO));
        web.put("https://a.example/1", new Fetched.Throttled(Duration.ofHours(9)));
        assertThat(published.lookAt(edition)).contains(new Look.Unseen(Duration.ofHours(9)));
    }

    private Edition edition(String address) {
        return ((Search.Found) published.find(Notes.episode("", link(address, "text/vtt"))))
                .edition()
                .orElseThrow();
    }

    private static Fetched answer(String from, String text, String etag) {
        return new Fetched.Body(
                URI.create(from),
                text.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/vtt"),
                Optional.of(etag),
                Optional.of("Mon, 09 Mar 2026 12:00:00 GMT"),
                Optional.empty(),
                Duration.ZERO);
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
