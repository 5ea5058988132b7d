package io.briefcast.transcript.source.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import io.briefcast.Secret;
import io.briefcast.SpeechSettings;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.store.JdbcModelAnswers;
import io.briefcast.store.JdbcSpeechLedger;
import io.briefcast.store.SqliteStore;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptSource.Search;
import io.briefcast.transcript.format.Formats;
import io.briefcast.transcript.source.speech.FakeSpeechServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SpeechToTextTest {
    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final URI AUDIO = URI.create("https://cdn.example/1.mp3");
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofMinutes(40);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final FakeSpeechServer server = new FakeSpeechServer();
    private final Map<String, byte[]> web = new HashMap<>();
    private final List<String> fetched = new ArrayList<>();
    private final List<Duration> waited = new ArrayList<>();
    private SqliteStore store;

    @BeforeEach
    void open() {
        clock.set(NOON);
        store = SqliteStore.open(folder.resolve("briefcast.db"));
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void hasAudioWrittenDown() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.says("Welds fail at the edge.", 600);

        Transcript transcript = found(speech().find(episode(AUDIO)));

        assertThat(transcript.origin()).isEqualTo("speech to text");
        assertThat(transcript.approximate()).isFalse();
        assertThat(transcript.cues())
                .containsExactly(
                        new Cue(Duration.ofMillis(1500), Duration.ofMillis(4250), "", "Welds fail at the edge."));
        assertThat(server.violations).isEmpty();
        assertThat(server.requests.getFirst()).containsEntry("language", "en").containsEntry("file name", "audio.mp3");
        assertThat(audioLeft()).isEmpty();
    }

    @Test
    void putsThePiecesOfALongEpisodeBehindOneAnother() {
        web.put("1.mp3", Mp3.of(LONG));
        server.says("One.", 900).says("Two.", 900).says("Three.", 600);

        Transcript transcript = found(speech().find(episode(AUDIO)));

        assertThat(transcript.cues()).extracting(Cue::text).containsExactly("One.", "Two.", "Three.");
        assertThat(transcript.cues().get(1).start())
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(15).plusSeconds(2));
        assertThat(server.violations).isEmpty();
    }

    @Test
    void goesOnWhereACrashStoppedItAndPaysForNothingTwice() {
        web.put("1.mp3", new Mp3().frames(LONG, 1).bytes());
        server.says("One.", 900).then(503, "").then(503, "").then(503, "");
        assertThat(speech().find(episode(AUDIO))).isInstanceOf(Search.Later.class);

        // every download has other advertising
        web.put("1.mp3", new Mp3().frames(LONG, 2).bytes());
        clock.set(NOON.plus(Duration.ofMinutes(11)));
        server.says("Two.", 900).says("Three.", 600);
        Transcript transcript = found(speech().find(episode(AUDIO)));

        assertThat(transcript.cues()).extracting(Cue::text).containsExactly("One.", "Two.", "Three.");
        assertThat(server.requests).hasSize(6);
        assertThat(fetched).hasSize(1);
        assertThat(spent()).isEqualTo(new SpeechLedger.Spent(2_400, 2_400));
    }

    @Test
    void triesAgainAfterPassingTroubleAndWaitsAsLongAsTheServerAsks() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(new Reply.Status(429, Map.of("Retry-After", "7"), ""))
                .then(500, "")
                .says("Hello.", 600);

        found(speech().find(episode(AUDIO)));

        assertThat(waited).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(8));
        assertThat(spent().all()).isEqualTo(600);
    }

    @Test
    void leavesAServerAloneThatAsksForALongBreak() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(new Reply.Status(429, Map.of("Retry-After", "3600"), ""));
        SpeechToText speech = speech();

        assertThat(speech.find(episode(AUDIO)))
                .isInstanceOfSatisfying(
                        Search.Later.class, later -> assertThat(later.again()).contains(Duration.ofHours(1)));
        assertThat(speech.find(episode(AUDIO))).isInstanceOf(Search.Later.class);

        assertThat(server.requests).hasSize(1);
        assertThat(fetched).hasSize(1);
        assertThat(audioLeft()).isEmpty();
        assertThat(speech.report(NOON)).anySatisfy(line -> assertThat(line).contains("429"));
        assertThat(spent().all()).isZero();
    }

    @Test
    void neverTellsTheKey() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(
                401, "{\"error\":{\"message\":\"Incorrect API key provided: %s\"}}".formatted(FakeSpeechServer.KEY));

        SpeechToText speech = speech();
        Search search = speech.find(episode(AUDIO));

        assertThat(search)
                .isInstanceOfSatisfying(
                        Search.Later.class, later -> assertThat(later.why()).contains("401"));
        assertThat(search + String.join("", speech.report(NOON)) + settings(600))
                .doesNotContain(FakeSpeechServer.KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void givesUpOnAudioThatTheServerDoesNotTakeAndOnNothingElse(int status) {
        web.put("1.mp3", Mp3.of(SHORT));
        web.put("2.mp3", new Mp3().frames(SHORT, 5).bytes());
        server.then(status, "{\"error\":{\"message\":\"Invalid file format.\"}}")
                .says("Fine.", 600);
        SpeechToText speech = speech();

        assertThat(speech.find(episode(AUDIO)))
                .isInstanceOfSatisfying(
                        Search.Nothing.class,
                        nothing -> assertThat(nothing.why()).contains(String.valueOf(status)));
        found(speech.find(episode(URI.create("https://cdn.example/2.mp3"))));
        assertThat(spent().all()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Sign in</html>",
                "{\"segments\":\"none\"}",
                "[]",
                "null",
                "",
                "{\"text\":[\"a\"]}",
                "{\"text\":\"Hel"
            })
    void countsWhatIsNoTranscriptionAsCostAndTriesAgain(String body) {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(200, body).says("Hello.", 600);

        found(speech().find(episode(AUDIO)));

        assertThat(spent().all()).isBetween(1_200L, 1_202L);
    }

    @Test
    void bearsSegmentsOfAnyKind() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(200, """
                {"duration":"600.0","text":7,"segments":[7,null,[],{},{"start":"2.5","end":1,"text":" Late end. "},
                 {"start":-1,"end":2,"text":"Before all."},{"start":1e99,"end":2,"text":"After all."},
                 {"start":3,"end":4,"text":"Silence.","no_speech_prob":0.9,"avg_logprob":-1.5},
                 {"start":5,"end":6,"text":"Again."},{"start":6,"end":7,"text":"Again."},{"start":7,"text":"No end."}]}""");

        Transcript transcript = found(speech().find(episode(AUDIO)));

        assertThat(transcript.cues()).extracting(Cue::text).containsExactly("Late end.", "Again.", "No end.");
    }

    @Test
    void booksTimeOutsAndAnswersThatBreakOffBecauseTheyMayCost() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(new Reply.Silence())
                .then(new Reply.BrokenOff("{\"text\":\"Hel"))
                .says("Hello.", 600);

        found(speech().find(episode(AUDIO)));

        assertThat(spent().all()).isBetween(1_800L, 1_802L);
    }

    @Test
    void asksModelsWithoutTimesForWordsAndSpreadsThem() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(400, "{\"error\":{\"message\":\"response_format 'verbose_json' is not compatible with model\"}}")
                .then(200, "{\"text\":\"Welds fail at the edge. Nobody looks there, and everybody pays for it.\"}");

        Transcript transcript = found(speech().find(episode(AUDIO)));

        assertThat(transcript.approximate()).isTrue();
        assertThat(transcript.cues().getLast().end()).isBetween(SHORT.minusSeconds(1), SHORT.plusSeconds(1));
        assertThat(server.requests.getLast()).containsEntry("response_format", "json");
    }

    @Test
    void keepsToTheMinutesOfTheDayAndSaysSo() {
        web.put("1.mp3", Mp3.of(SHORT));
        web.put("2.mp3", new Mp3().frames(SHORT, 2).bytes());
        server.says("One.", 600).says("Two.", 600);
        SpeechToText speech = speech(settings(15));

        found(speech.find(episode(AUDIO)));
        Search second = speech.find(episode(URI.create("https://cdn.example/2.mp3")));

        assertThat(second)
                .isEqualTo(new Search.Later("the minutes of the day are used up", Optional.of(Duration.ofHours(12))));
        assertThat(speech.report(NOON)).containsExactly("speech to text: 10 of 15 minutes listened to today");

        clock.set(NOON.plus(Duration.ofHours(12)));
        found(speech.find(episode(URI.create("https://cdn.example/2.mp3"))));
    }

    @Test
    void beginsNoEpisodeThatDoesNotFitAndFetchesNoneThatSaysSo() {
        web.put("1.mp3", Mp3.of(LONG));

        assertThat(speech(settings(15)).find(episode(AUDIO)))
                .isEqualTo(
                        new Search.Nothing("it takes 40 minutes, and no more than 15 of an episode are listened to"));
        assertThat(server.requests).isEmpty();
        assertThat(audioLeft()).isEmpty();

        fetched.clear();
        assertThat(speech(settings(15)).find(episode(Optional.of(AUDIO), Optional.of(LONG))))
                .isInstanceOf(Search.Nothing.class);
        assertThat(fetched).isEmpty();
    }

    @Test
    void looksAtTheBodyBecauseDeclaredTypesLie() {
        web.put("1.mp3", "<!DOCTYPE html><title>Not here</title><p>Nothing to hear.".getBytes(StandardCharsets.UTF_8));

        assertThat(speech().find(episode(AUDIO))).isEqualTo(new Search.Nothing("what the feed calls audio is none"));
        assertThat(server.requests).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheAudio() {
        assertThat(speech().find(episode(Optional.empty(), Optional.empty())))
                .isEqualTo(new Search.Nothing("the feed names no audio"));
        assertThat(speech().find(episode(AUDIO))).isEqualTo(new Search.Nothing("its audio: gone"));
    }

    @Test
    void saysWhenNobodySpeaks() {
        web.put("1.mp3", Mp3.of(SHORT));
        server.then(200, "{\"text\":\"\",\"duration\":600,\"segments\":[]}");

        assertThat(speech().find(episode(AUDIO))).isEqualTo(new Search.Nothing("no words were heard"));
    }

    private SpeechToText speech() {
        return speech(settings(600));
    }

    /** As after a start of the program. */
    private SpeechToText speech(SpeechSettings settings) {
        return new SpeechToText(
                server.address(),
                settings,
                this::fetch,
                new TranscriptReader(Formats.found()),
                new JdbcModelAnswers(store.database()),
                new JdbcSpeechLedger(store.database()),
                folder.resolve("audio"),
                clock::now,
                waited::add);
    }

    private SpeechSettings settings(long minutes) {
        return new SpeechSettings(
                Optional.of(server.address()),
                "m",
                Optional.of(new Secret(FakeSpeechServer.KEY)),
                "en",
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(24),
                DataSize.ofMegabytes(300),
                minutes,
                minutes,
                minutes,
                1);
    }

    private Fetched fetch(FetchRequest request) {
        fetched.add(request.address());
        byte[] bytes = web.get(request.address().replaceFirst(".*/", ""));
        if (bytes == null) {
            return new Fetched.Refused(Fetched.Reason.NOT_FOUND, "gone");
        }
        try {
            Files.write(request.download().orElseThrow().file(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fetched.Body(
                URI.create(request.address()),
                new byte[0],
                Optional.of("audio/mpeg"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }

    private SpeechLedger.Spent spent() {
        return new JdbcSpeechLedger(store.database())
                .spent(clock.now().atZone(java.time.ZoneOffset.UTC).toLocalDate(), "s1", "e1");
    }

    private List<Path> audioLeft() {
        try (Stream<Path> files = Files.list(folder.resolve("audio"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Transcript found(Search search) {
        assertThat(search).isInstanceOf(Search.Found.class);
        return ((Search.Found) search).transcript();
    }

    private static Episode episode(URI audio) {
        return episode(Optional.of(audio), Optional.empty());
    }

    private static Episode episode(Optional<URI> audio, Optional<Duration> duration) {
        return new Episode(
                "e1",
                "s1",
                "guid",
                "The Long Weld",
                Optional.empty(),
                NOON,
                audio.map(url -> new Enclosure(url, "audio/mpeg", 0)),
                duration,
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }
}
