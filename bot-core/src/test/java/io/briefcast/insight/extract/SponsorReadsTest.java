package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.InsightSettings;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor.Extraction;
import io.briefcast.insight.InsightExtractor.Source;
import io.briefcast.language.Embedding;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.language.Sentence;
import io.briefcast.language.Sentences;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sponsor reads, each with sentences that would make good insights if nobody had paid for them. */
class SponsorReadsTest {
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(2);
    private static final List<String> TALK = List.of(
            "We opened the second bakery in the autumn, and the ovens came a month late.",
            "The flour came from a mill that my uncle had worked in for most of his life.",
            "People queued in the rain on the first morning and nobody complained about it.",
            "Bread prices rise faster than wages because flour follows the weather and wages do not.",
            "Our first baker left after a week, and the second one slept behind the counter.",
            "It took us a year to find out which of the loaves people came back for.",
            "The landlord wanted the rent in cash and the bank wanted to know why.",
            "Small bakeries fail when the owner stops baking and starts to count.",
            "There was a winter in which we sold more soup than bread, to be honest.",
            "My daughter still draws pictures of the old shop with the green door.");

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void noSentenceOfASponsorReadBecomesAnInsight(String read) {
        List<String> lines = new ArrayList<>(TALK);
        lines.add(read);
        lines.addAll(TALK.reversed());
        Extraction extraction = extract(lines);

        assertThat(Stream.concat(extraction.insights().stream(), extraction.withheld().stream()))
                .map(Insight::quote)
                .noneMatch(quote -> read.contains(quote.text()));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void everySentenceOfASponsorReadIsFoundAndNoneOfTheTalk(String read) {
        List<String> lines = new ArrayList<>(TALK);
        lines.add(read);
        lines.addAll(TALK.reversed());
        List<Sentence> sentences = Sentences.of(transcript(lines));
        List<Embedding> meanings =
                EMBEDDER.embed(sentences.stream().map(Sentence::clean).toList());

        boolean[] ad = Advertising.find(sentences, meanings, Set.of(), Duration.ofSeconds(10L * lines.size()));

        assertThat(IntStream.range(0, ad.length)
                        .filter(i -> ad[i])
                        .mapToObj(i -> sentences.get(i).raw()))
                .containsExactlyElementsOf(sentences.stream()
                        .map(Sentence::raw)
                        .filter(read::contains)
                        .toList());
    }

    static Stream<String> reads() throws IOException {
        String name = "sponsor-reads.txt";
        try (InputStream stream = Objects.requireNonNull(SponsorReadsTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    /** Without speakers, as captions have none. */
    private static Transcript transcript(List<String> lines) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            cues.add(new Cue(Duration.ofSeconds(10L * i), Duration.ofSeconds(10L * i + 9), "", lines.get(i)));
        }
        return new Transcript("webvtt", "published", false, cues, List.of());
    }

    private static Extraction extract(List<String> lines) {
        Show show = Show.unread(URI.create("https://a.example/feed"));
        Episode episode = new Episode(
                "e1",
                show.id(),
                "e1",
                "One",
                Optional.empty(),
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
        return new ExtractiveExtractor(EMBEDDER, new InsightSettings(0, 50))
                .extract(new Source(show, episode, transcript(lines), Set.of()));
    }
}
