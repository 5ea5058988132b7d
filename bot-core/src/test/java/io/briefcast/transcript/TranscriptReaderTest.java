package io.briefcast.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Problem;
import io.briefcast.transcript.TranscriptReader.Outcome;
import io.briefcast.transcript.format.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptReaderTest {
    private final TranscriptReader reader = new TranscriptReader(Formats.found());

    @Test
    void readsVoicesOfWebVttAndSkipsNotesStylesAndRegions() {
        Transcript transcript = transcript("webvtt/voices.vtt");

        assertThat(transcript.format()).isEqualTo("webvtt");
        assertThat(transcript.approximate()).isFalse();
        assertThat(told(transcript))
                .containsExactly(
                        "1.0-4.5 Mara Lind: A battery is a promise & a debt, and both come due.",
                        "4.5-6.0 Mara Lind: Usually at night.",
                        "6.0-8.0 Tobias Rehn: Then why sell it by day?",
                        "8.0-10.0 Mara Lind: Because that is when people shop.",
                        "3600.0-3600.0 : Time runs backwards here.");
        assertThat(transcript.problems()).extracting(Problem::line).containsExactly(25, 28, 22);
    }

    @Test
    void readsLabelsInWebVttWithoutTakingEveryColonForASpeaker() {
        assertThat(told(transcript("webvtt/labels.vtt")))
                .containsExactly(
                        "0.0-3.0 Ines: Welcome back. Two things are needed for this: patience and a crane.",
                        "3.0-5.0 Ines: And time: lots of it.",
                        "5.0-6.5 Jon Ek: I have neither.",
                        "6.5-8.0 Ines: Then borrow them.");
    }

    @Test
    void readsSubRipWithDotsMissingHoursTagsAndABrokenTime() {
        Transcript transcript = transcript("subrip/labels.srt");

        assertThat(transcript.format()).isEqualTo("subrip");
        assertThat(told(transcript))
                .containsExactly(
                        "1.0-3.5 Ruth Adler: The rule is simple: measure it, then: cut.",
                        "3.5-6.25 Sam Poe: Ratio was 3:1, or 4:1 if a < b.",
                        "6.25-7.0 Sam Poe: 42",
                        "7.0-9.0 Ruth Adler: Forty-two what?",
                        "8.0-9.5 Sam Poe: I said that earlier.",
                        "9.0-9.0 Ruth Adler: Nobody knows.");
        assertThat(transcript.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the times of the cue cannot be read; its words follow the cue before",
                        "the cues were not in time order; they were sorted");
    }

    @Test
    void joinsSingleWordsOfJsonToSentences() {
        assertThat(told(transcript("json/words.json")))
                .containsExactly(
                        "0.5-1.5 Noor: Steel is patient.",
                        "1.75-3.0 Noor: Concrete is not",
                        "3.25-4.0 Piet: Says who?");
    }

    @Test
    void readsWhatSpeechRecognisersWrite() {
        assertThat(told(transcript("json/recogniser.json")))
                .containsExactly(
                        "0.0-2.4 : The tide is a clock.",
                        "2.4-5.5 : It never stops for anybody.",
                        "5.5-7.0 : Not even for the harbour master.");
    }

    @Test
    void readsWordsWithoutSegmentsAndPrefersSegments() {
        String words = """
                "words": [{"word": "steel", "punctuated_word": "Steel", "start": 0.5, "end": 1},
                          {"word": "waits", "punctuated_word": "waits.", "start": 1, "end": 1.5}]""";
        assertThat(told(read("{\"results\": {\"channels\": [{\"alternatives\": [{%s}]}]}}".formatted(words))))
                .containsExactly("0.5-1.5 : Steel waits.");
        assertThat(told(read("""
                {%s, "segments": [{"start": 0.5, "end": 2, "text": "Steel waits for nobody."}]}""".formatted(words)))).containsExactly("0.5-2.0 : Steel waits for nobody.");
    }

    @Test
    void readsVoicesThatHaveANumberToo() {
        assertThat(told(read("""
                [{"start": "00:00:00.500", "end": "00:00:02.000", "speaker": "3", "voice": "Lars",
                  "text": "Hello and welcome to the harbour."}]"""))).containsExactly("0.5-2.0 Lars: Hello and welcome to the harbour.");
    }

    @Test
    void readsJsonThatHoldsNothingButText() {
        Transcript transcript = read("{\"text\": \"Steel is patient. Concrete is not.\"}");

        assertThat(transcript.approximate()).isTrue();
        assertThat(transcript.format()).isEqualTo("podcast-json");
        assertThat(transcript.cues()).isNotEmpty();
        assertThat(why("{\"text\": \"Not found\"}")).contains("error");
    }

    @Test
    void keepsWhatStandsBeforeTheEndOfABrokenJson() {
        Transcript transcript = transcript("json/broken-off.json");

        assertThat(told(transcript)).containsExactly("1.0-3.0 Ada: The first line is whole.");
        assertThat(transcript.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("breaks off"));
    }

    @Test
    void readsCitesAndTimesOfAPage() {
        Transcript transcript = transcript("html/cites.html");

        assertThat(transcript.format()).isEqualTo("html");
        assertThat(told(transcript))
                .startsWith("0.0-12.0 Greta Holm: A weld remembers its welder. I read that in The Iron Year, twice.")
                .endsWith("30.0-32.545 Greta Holm: You forgot the price & the wind.")
                .hasSize(4);
        assertThat(transcript.cues().get(2).speaker()).isEqualTo("Otto");
    }

    @Test
    void cutsAtStampsInsideOfAParagraph() {
        Transcript transcript = transcript("html/stamps.html");

        assertThat(told(transcript))
                .containsExactly(
                        "5.0-15.0 Lena Voss: Water finds the shortest way.",
                        "15.0-20.0 Lena Voss: It also finds the cheapest one.",
                        "20.0-30.0 Arun: Which is rarely ours.",
                        "30.0-32.181 Lena Voss: We are back from the river.");
        assertThat(transcript.approximate()).isFalse();
    }

    @Test
    void sharesTimeByWordsWhereMarkdownGivesNone() {
        Transcript transcript = transcript("plain/markdown.md");

        assertThat(transcript.format()).isEqualTo("plain");
        assertThat(transcript.approximate()).isTrue();
        assertThat(transcript.cues())
                .extracting(Cue::speaker)
                .containsExactly("Ivo Marsh", "Ivo Marsh", "Dana Reyes", "Ivo Marsh");
        assertThat(transcript.cues().get(2).start()).hasSeconds(30);
        assertThat(transcript.cues().get(2).text()).isEqualTo("The tenant does. [laughs]");
    }

    @Test
    void partsTwoSpeakersWhoShareALine() {
        Transcript transcript = read("**Ivo Marsh:** Who owns the roof? **Dana Reyes:** The **tenant** does.");

        assertThat(transcript.cues()).extracting(Cue::speaker).containsExactly("Ivo Marsh", "Dana Reyes");
        assertThat(transcript.cues().getLast().text()).isEqualTo("The **tenant** does.");
    }

    @Test
    void readsLabelsOfPlainTextAndEstimatesTimes() {
        Transcript transcript = transcript("plain/labels.txt");

        assertThat(transcript.approximate()).isTrue();
        assertThat(told(transcript))
                .containsExactly(
                        "0.0-3.636 Ivo Marsh: Good morning. There is one rule: never own a roof.",
                        "3.636-6.181 Ivo Marsh: Note: this was recorded on a roof.",
                        "6.181-8.363 Dana Reyes: Then who pays for the rain?",
                        "8.363-9.09 Ivo Marsh: The tenant.");
    }

    @Test
    void readsNamesAndStampsOnLinesOfTheirOwn() {
        Transcript transcript = transcript("plain/stamps.txt");

        assertThat(transcript.approximate()).isFalse();
        assertThat(told(transcript))
                .containsExactly(
                        "3.0-7.0 Mina Cole: Ships are warehouses that move.",
                        "7.0-13.0 Speaker 2: And warehouses are ships that do not.",
                        "13.0-13.727 Mina Cole: So far.");
    }

    @Test
    void doesNotLetOneMistypedStampSpoilTheOthers() {
        Transcript transcript = read("[0:10] One two.\n\n[59:10] Three four.\n\n[0:20] Five six.\n\n[0:30] Seven.");

        assertThat(transcript.cues()).extracting(cue -> cue.start().toSeconds()).containsExactly(10L, 15L, 20L, 30L);
        assertThat(transcript.problems()).containsExactly(new Problem("time stamp out of order, not used", 3));
    }

    @Test
    void cutsAnEpisodeThatStandsInOneParagraph() {
        Transcript transcript = read("Nobody counts the bolts of a bridge until one is missing. ".repeat(100));

        assertThat(transcript.cues()).hasSizeGreaterThan(5);
        assertThat(transcript.cues().getLast().end()).hasMinutes(6);
    }

    @Test
    void saysThatAnErrorPageIsNoTranscript() {
        assertThat(reader.read(bytes("html/not-found.html"), Optional.of("text/vtt")))
                .isEqualTo(new Outcome.NotATranscript("it is an error page, \"404 Not Found\""));
        assertThat(why("Not Found\n")).contains("error message");
        assertThat(why("<html><body>You need to enable JavaScript to run this app.</body></html>"))
                .contains("error message");
        assertThat(why("{\"error\": \"not found\"}")).isEqualTo("it holds no words");
    }

    @Test
    void saysThatNothingAndNoiseAreNoTranscript() {
        assertThat(why("")).isEqualTo("it is empty");
        assertThat(why(" \r\n\t")).isEqualTo("it is empty");
        assertThat(why("WEBVTT\n\nNOTE nothing here\n")).isEqualTo("it holds no words");
        assertThat(why("ID3\u0003\u0000\u0001\u0002\u0003\u0004")).isEqualTo("it is not text");
        assertThat(why("<?xml version=\"1.0\"?><rss><channel><title>A show</title></channel></rss>"))
                .contains("XML");
    }

    @Test
    void refusesWhatIsTooLarge() {
        Outcome outcome = reader.read(new byte[TranscriptReader.MAX_BYTES + 1], Optional.empty());

        assertThat(outcome).isEqualTo(new Outcome.NotATranscript("it has more than 20 MB"));
    }

    @Test
    void readsEveryEncodingThatTurnsUp() {
        String text = "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nZoë’s café\r\n";

        for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252")) {
            assertThat(told(read(text.getBytes(Charset.forName(charset)), Optional.empty())))
                    .as(charset)
                    .containsExactly("1.0-2.0 : Zoë’s café");
        }
        assertThat(told(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), Optional.empty())))
                .containsExactly("1.0-2.0 : Zoë’s café");
    }

    @Test
    void believesADeclaredEncodingWhereTheBytesAreNotUtf8() {
        byte[] bytes = "1\n00:00:01,000 --> 00:00:02,000\nПривет\n".getBytes(Charset.forName("KOI8-R"));

        assertThat(told(read(bytes, Optional.of("text/plain; charset=\"koi8-r\""))))
                .containsExactly("1.0-2.0 : Привет");
        assertThat(read(bytes, Optional.of("text/plain; charset=no-such-thing")).cues())
                .hasSize(1);
    }

    @Test
    void readsChineseFromBeforeUnicode() {
        byte[] bytes = "1\n00:00:01,000 --> 00:00:02,000\n早上好\n".getBytes(Charset.forName("GB2312"));

        assertThat(told(read(bytes, Optional.empty()))).containsExactly("1.0-2.0 : 早上好");
    }

    @Test
    void readsSubRipUnderABorrowedSignature() {
        Transcript transcript = read("WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\nGood morning.\n");

        assertThat(transcript.format()).isEqualTo("webvtt");
        assertThat(told(transcript)).containsExactly("1.0-2.0 : Good morning.");
    }

    @Test
    void knowsAFormatByItsBodyWhateverWasDeclared() {
        assertThat(read("00:00:01.000 --> 00:00:02.000\nThe signature was lost.")
                        .format())
                .isEqualTo("subrip");
        assertThat(read("[music]\n\nA long and quiet opening.").format()).isEqualTo("plain");
        assertThat(read("[{\"start\": 1, \"end\": 2, \"text\": \"A bare list of lines.\"}]")
                        .format())
                .isEqualTo("podcast-json");
    }

    private Transcript transcript(String fixture) {
        return read(bytes(fixture), Optional.empty());
    }

    @Test
    void storesAndWordProcessorsWriteNoTranscripts() {
        assertThat(
                        why(
                                "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"))
                .contains("XML of another kind");
        assertThat(why("{\\rtf1\\ansi Steel is patient.}")).contains("word processor");
        assertThat(told(read(
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html><body><p>Ada: Steel waits.</p></body></html>")))
                .hasSize(1);
    }

    private Transcript read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private Transcript read(byte[] bytes, Optional<String> contentType) {
        Outcome outcome = reader.read(bytes, contentType);
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcome).transcript();
    }

    private String why(String text) {
        Outcome outcome = reader.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
        assertThat(outcome).isInstanceOf(Outcome.NotATranscript.class);
        return ((Outcome.NotATranscript) outcome).why();
    }

    private static List<String> told(Transcript transcript) {
        return transcript.cues().stream()
                .map(cue -> "%s-%s %s: %s"
                        .formatted(
                                cue.start().toMillis() / 1000.0,
                                cue.end().toMillis() / 1000.0,
                                cue.speaker(),
                                cue.text()))
                .toList();
    }

    static byte[] bytes(String fixture) {
        try (InputStream file = TranscriptReaderTest.class.getResourceAsStream(fixture)) {
            return Objects.requireNonNull(file, fixture).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
