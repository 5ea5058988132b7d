package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.InsightSettings;
import io.briefcast.insight.ColdOpen;
import io.briefcast.insight.ColdOpen.Example;
import io.briefcast.insight.ColdOpens;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor.Extraction;
import io.briefcast.insight.InsightExtractor.Source;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExtractiveExtractorTest {
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(2);
    private static final String CLAIM =
            "Short contracts are worth their price when demand is hard to forecast for a whole year.";
    private static final String[] EPISODE = {
        "Ada: Welcome back to the show, I am Ada and this is our weekly hour about machines.",
        "Ada: We have a long one today and the coffee is already gone, so let us begin.",
        "Ada: Grace runs the platform of a hospital network, and she has rented machines for nine years.",
        "Grace: Thanks for having me, it is good to be here again after such a long winter.",
        "Ada: How did you decide between renting and owning when the contract came up?",
        "Grace: We looked at the numbers for a month and nobody could agree on the price of waiting.",
        "Grace: Renting capacity is cheaper than owning it, until everybody needs the same machines in one week.",
        "Grace: A queue for machines costs more than the machines, because our doctors wait in it as well.",
        "Grace: The supplier told us that the next free block was seven months away from us.",
        "Ada: That must have been a difficult week for everybody in the building.",
        "Ada: This episode is brought to you by Larch Mattress, the best sleep for founders, use promo code ADA.",
        "Ada: Larch Mattress gives you ten percent off your first order with the promo code ADA today.",
        "Grace: Owning a building means owning its roof, its power bill and its quiet years as well.",
        "Grace: Our own racks stood idle for most of the first year, and the board noticed.",
        "Ada: What would you tell somebody who has to sign such a contract next month?",
        "Grace: " + CLAIM,
        "Grace: Nobody in our trade can forecast demand for longer than two quarters anyway.",
        "Ada: Thank you so much for your time, and thanks to everybody for listening to us.",
        "Ada: Goodbye until next week, and do tell your friends about the show."
    };

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void aClaimIsTiedToItsWordsItsSpeakerAndItsMoment() {
        Extraction extraction = extract("en", EPISODE);

        Insight insight = extraction.insights().stream()
                .filter(found -> found.quote().text().equals(CLAIM))
                .findFirst()
                .orElseThrow();
        assertThat(insight.headline()).isEqualTo(CLAIM.substring(0, CLAIM.length() - 1));
        assertThat(insight.quote().speaker()).isEqualTo("Grace");
        assertThat(insight.quote().start()).isEqualTo(Duration.ofSeconds(150));
        assertThat(insight.quality()).isBetween(0.3, 1.0);
    }

    @Test
    void advertisingIsNeverAnInsight() {
        Extraction extraction = extract("en", EPISODE);

        assertThat(extraction.insights())
                .noneMatch(found -> found.quote().text().contains("Larch"));
        assertThat(extraction.withheld())
                .noneMatch(found -> found.quote().text().contains("Larch"));
        assertThat(extraction.refused()).containsKeys("advertising", "question");
    }

    @Test
    void whatIsNotGoodEnoughIsWithheldBelowTheThreshold() {
        Extraction usual = extract("en", EPISODE);
        Extraction strict = extract(15, "en", EPISODE);

        assertThat(usual.insights()).isNotEmpty().allMatch(found -> found.score() >= 7.5);
        assertThat(strict.insights()).isEmpty();
        assertThat(strict.withheld()).isNotEmpty().allMatch(found -> found.score() < 15);
    }

    @Test
    void aClipAtTheFrontTeachesWhatItsEditorChoseAndIsNoInsightItself() {
        List<String> lines = new ArrayList<>(List.of(EPISODE));
        lines.add(1, "Grace: " + CLAIM);
        var remembered = new Remembered(List.of());

        var extractor = new ExtractiveExtractor(EMBEDDER, InsightSettings.DEFAULTS, remembered);
        Extraction extraction = extractor.extract(source("en", "", lines.toArray(String[]::new)));
        extractor.learn("e1", extraction);

        assertThat(extraction.coldOpen().clips()).hasSize(1);
        assertThat(extraction.coldOpen().others()).hasSize(3);
        assertThat(extraction.insights())
                .filteredOn(found -> found.quote().text().equals(CLAIM))
                .singleElement()
                .satisfies(found -> assertThat(found.quote().start()).isEqualTo(Duration.ofSeconds(160)));
        assertThat(remembered.last).isEqualTo(extraction.coldOpen());
    }

    @Test
    void whatEditorsHereChooseWeighsMoreOnceThatIsLearnt() {
        Example clip = new Example(EMBEDDER.embed(List.of(CLAIM)).getFirst(), 5);
        Example other = new Example(
                EMBEDDER.embed(List.of("The coffee is already gone.")).getFirst(), 5);
        var remembered = new Remembered(Collections.nCopies(
                HighlightPrior.ENOUGH / 5, new ColdOpen(Collections.nCopies(5, clip), Collections.nCopies(15, other))));
        var learning = new ExtractiveExtractor(EMBEDDER, InsightSettings.DEFAULTS, remembered);

        double with = scoreOfTheClaim(learning.extract(source("en", "", EPISODE)).insights().stream());
        double without = scoreOfTheClaim(extract("en", EPISODE).insights().stream());

        assertThat(with).isBetween(without + 0.1, without + 2);
        assertThat(learning.report(Instant.EPOCH)).singleElement().asString().startsWith("Highlights uses what");
    }

    private static double scoreOfTheClaim(Stream<Insight> insights) {
        return insights.filter(found -> found.quote().text().equals(CLAIM))
                .mapToDouble(Insight::score)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherLanguageIsSaidToBeNone() {
        Extraction extraction = extract("de", EPISODE);

        assertThat(extraction.insights()).isEmpty();
        assertThat(extraction.note()).contains("German").contains("English only");
    }

    @Test
    void aTranscriptWithoutClaimsGivesNothingAndSaysSo() {
        String[] talk = new String[30];
        for (int i = 0; i < talk.length; i++) {
            talk[i] = (i % 2 == 0 ? "Ada: " : "Grace: ") + "So what did you do then, and how was it for you?";
        }
        Extraction extraction = extract("en", talk);

        assertThat(extraction.insights()).isEmpty();
        assertThat(extraction.note()).isEqualTo("nothing in it stood on its own and claimed enough");
    }

    @Test
    void garbledSpeechIsRefusedAndSaysSo() {
        String[] garbled = new String[40];
        for (int i = 0; i < garbled.length; i++) {
            char letter = (char) ('a' + i % 26);
            garbled[i] =
                    "Grace: The %1$sqov of the house is cheaper than the wu%1$sxol that you have to %1$svug for it."
                            .formatted(letter + "" + (char) ('a' + i / 26));
        }
        Extraction extraction = extract("en", garbled);

        assertThat(extraction.insights()).isEmpty();
        assertThat(extraction.note()).startsWith("the transcript is garbled: ");
    }

    @Test
    void wordsWithoutFullStopsAreNoSentences() {
        String[] captions = new String[EPISODE.length];
        for (int i = 0; i < captions.length; i++) {
            captions[i] = EPISODE[i].replaceAll("[.?,]", "");
        }
        Extraction extraction = extract(0, "en", captions);

        assertThat(extraction.insights()).isEmpty();
        assertThat(extraction.note()).startsWith("the transcript has no full stops");
    }

    @Test
    void theFirstAndTheLastWordsAreNoClaims() {
        String[] lines = new String[60];
        Arrays.fill(lines, "Grace: The weather was fine on that day in the harbour.");
        lines[0] = "Grace: " + CLAIM;
        lines[59] = "Grace: " + CLAIM;
        assertThat(extract(0, "en", lines).insights()).isEmpty();
        assertThat(extract(0, "en", lines).refused()).containsEntry("opening or closing", 4);

        lines[20] = "Grace: " + CLAIM;
        assertThat(extract(0, "en", lines).insights()).hasSize(1);
    }

    @Test
    void whatWasNotFinishedIsRefused() {
        String[] lines = EPISODE.clone();
        lines[15] = lines[15].replaceFirst("\\.$", " --");
        lines[16] = lines[16].replace("Grace: ", "Ada: ");

        Extraction extraction = extract("en", lines);

        assertThat(extraction.refused()).containsKey("cut off");
        assertThat(extraction.insights())
                .noneMatch(found -> found.quote().text().startsWith("Short contracts"));
    }

    @Test
    void aStretchGivesOneInsight() {
        Extraction extraction = extract(0, "en", EPISODE);

        assertThat(extraction.insights()).hasSize(1);
        assertThat(extraction.refused().get("a better one nearby")).isPositive();
    }

    @Test
    void whatWasSaidBeforeIsNotSaidAgain() {
        String[] lines = new String[120];
        Arrays.fill(lines, "Grace: The weather was fine on that day in the harbour.");
        lines[30] = "Grace: " + CLAIM;
        lines[90] = "Grace: " + CLAIM;

        Extraction extraction = extract(0, "en", lines);

        assertThat(extraction.insights()).hasSize(1);
        assertThat(extraction.refused()).containsKey("said before");
    }

    @Test
    void whoAsksIsBelievedLess() {
        String[] byHost = EPISODE.clone();
        byHost[15] = "Ada: " + CLAIM;

        assertThat(score(byHost)).isLessThan(score(EPISODE));
    }

    private static double score(String... lines) {
        Extraction extraction = extract(0, "en", lines);
        return scoreOfTheClaim(Stream.concat(extraction.insights().stream(), extraction.withheld().stream()));
    }

    @Test
    void moreIsAskedOfATranscriptThatMisspellsTheNamesOfItsFeed() {
        String[] lines = EPISODE.clone();
        lines[1] = "Ada: We rent from Haulwrigt, from Castelane and from Korbal, so let us begin.";
        double score = score(EPISODE);

        assertThat(extract(score - 0.3, "en", lines, "With Haulwright, Castellane and Korbel")
                        .insights())
                .isEmpty();
        assertThat(extract(score - 0.3, "en", lines, "With Haulwright, Castellane and Korbel")
                        .note())
                .contains("it misspells the names that its feed gives");
        assertThat(extract(score - 0.3, "en", lines, "With friends").insights()).isNotEmpty();
    }

    private static Extraction extract(String language, String... lines) {
        return extract(7.5, language, lines);
    }

    private static Extraction extract(double threshold, String language, String... lines) {
        return extract(threshold, language, lines, "");
    }

    private static Extraction extract(double threshold, String language, String[] lines, String notes) {
        return new ExtractiveExtractor(EMBEDDER, new InsightSettings(threshold, 8))
                .extract(source(language, notes, lines));
    }

    private static Source source(String language, String notes, String[] lines) {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].split(": ", 2);
            cues.add(new Cue(Duration.ofSeconds(10L * i), Duration.ofSeconds(10L * i + 9), parts[0], parts[1]));
        }
        Show unread = Show.unread(URI.create("https://a.example/feed"));
        Show show = new Show(
                unread.id(), unread.feed(), "Machines", "", Optional.empty(), Optional.empty(), language, List.of());
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
                notes);
        Transcript transcript = new Transcript("webvtt", "published", false, cues, List.of());
        return new Source(show, episode, transcript, Set.of());
    }

    private static final class Remembered implements ColdOpens {
        private final List<ColdOpen> known;
        private ColdOpen last = ColdOpen.NONE;

        Remembered(List<ColdOpen> known) {
            this.known = known;
        }

        @Override
        public void remember(String episodeId, ColdOpen coldOpen) {
            last = coldOpen;
        }

        @Override
        public int clips() {
            return known.stream().mapToInt(open -> open.clips().size()).sum();
        }

        @Override
        public List<ColdOpen> newest(int clips) {
            return known;
        }
    }
}
