package io.briefcast.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.QuoteCheck.Reason;
import io.briefcast.insight.QuoteCheck.Span;
import io.briefcast.insight.QuoteCheck.Verdict;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteCheckTest {
    private static final QuoteCheck CHECK = QuoteCheck.of(new Transcript(
            "webvtt",
            "published",
            false,
            List.of(
                    cue(0, "Ada", "Welcome back. Grace runs the platform of a hospital network in Oslo."),
                    cue(10, "Grace", "I mean, renting is, um, cheaper than owning, you know, until everybody needs"),
                    cue(20, "", "the same machines in one week. We paid $40,000 for twenty-five machines in 2019."),
                    cue(
                            30,
                            "Grace",
                            "I doubt that a price list is worth the paper. [laughs] We can't forecast demand."),
                    cue(40, "Ada", "So a reservation is a contract and the supplier has to keep it."),
                    cue(50, "Grace", "Renting is cheaper than owning until everybody needs the same machines.")),
            List.of()));

    @Test
    void aQuoteComesBackAsTheTranscriptHasItWithItsSpeakerAndItsTimes() {
        Quote quote = held("a reservation is a contract and the supplier has to keep it");

        assertThat(quote)
                .isEqualTo(new Quote(
                        "So a reservation is a contract and the supplier has to keep it.",
                        "Ada",
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(50),
                        false));
    }

    @Test
    void aCleanedQuoteIsFoundOverCuesAndPrintedWithItsStumbling() {
        Quote quote = held("Renting is cheaper than owning until everybody needs the same machines in one week.");

        assertThat(quote.text())
                .isEqualTo("I mean, renting is, um, cheaper than owning, you know, until everybody needs the same"
                        + " machines in one week.");
        assertThat(quote.speaker()).isEqualTo("Grace");
        assertThat(quote.start()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theRestOfTheSentenceIsPrintedSoThatNobodyIsTurnedRoundByLeavingOut() {
        assertThat(held("a price list is worth the paper").text())
                .isEqualTo("I doubt that a price list is worth the paper.");
    }

    @Test
    void anotherWordIsToleratedBecauseTheTranscriptsOwnIsPrinted() {
        assertThat(held("a reservation is a contract and the vendor has to keep it")
                        .text())
                .contains("supplier")
                .doesNotContain("vendor");
    }

    @Test
    void ofTwoPlacesTheNearerCounts() {
        var late = CHECK.check(
                "renting is cheaper than owning until everybody needs the same machines", Duration.ofSeconds(55));
        var early = CHECK.check(
                "renting is cheaper than owning until everybody needs the same machines", Duration.ofSeconds(12));

        assertThat(late.place().orElseThrow().quote().start()).isEqualTo(Duration.ofSeconds(50));
        assertThat(early.place().orElseThrow().quote().start()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "too few words | TOO_SHORT",
                "a price list is not worth the paper | NEGATION",
                "We can forecast demand because we have a model of it | NOT_FOUND",
                "I doubt a price list is worth the paper we can forecast demand | NEGATION",
                "We can't not forecast demand | NEGATION",
                "We paid $41,000 for twenty-five machines in 2019 | NUMBER",
                "We paid $40,000 for twenty-six machines in 2019 | NUMBER",
                "We paid $40,000 for machines in 2019 | NUMBER",
                "a reservation is a contract until everybody needs the same machines | NOT_FOUND",
                "has to keep it Renting is cheaper than owning until everybody needs | TWO_SPEAKERS",
                "the moon is made of a rather old cheese | NOT_FOUND",
            })
    void whatWasNotSaidLikeThisIsRefused(String quote, Reason reason) {
        assertThat(CHECK.check(quote)).isEqualTo(new Verdict.Refused(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We paid 40000 for 25 machines in 2019",
                "We paid forty thousand for twenty five machines in twenty nineteen",
                "We paid $40k for twenty-five machines in two thousand nineteen",
                "We cannot forecast demand",
                "we can’t forecast demand",
                "We can not forecast demand",
            })
    void numbersAndNegationsAreTheSameHoweverTheyAreWritten(String quote) {
        assertThat(CHECK.check(quote)).isInstanceOf(Verdict.Held.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nobody can forecast the demand for 26 machines | HEADLINE_NUMBER",
                "In Oslo, hospitals at Acme Corp rent | HEADLINE_NAME",
                "Sam Altman pays for machines | HEADLINE_NAME",
                "Machines cost millions | HEADLINE_NUMBER",
                "Initech rents machines because nobody can forecast | HEADLINE_NAME",
                "Microsoft's renting of machines costs 40,000 dollars | HEADLINE_NAME",
                "We paid in 2019. Initech rents machines | HEADLINE_NAME",
            })
    void aHeadlineMayNotNameWhatTheQuoteDoesNot(String headline, Reason reason) {
        Span span = span("We paid $40,000 for twenty-five machines in 2019");

        assertThat(CHECK.headline(headline, List.of(span))).contains(reason);
    }

    @Test
    void aHeadlineMayNameTheSpeakerAndWhatTheQuoteNames() {
        Span span = span("We paid $40,000 for twenty-five machines in 2019");

        assertThat(CHECK.headline("In 2019, Grace says, 25 machines cost 40 thousand dollars", List.of(span)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Price lists were worth 40,000 dollars in 2019",
                "Hospitals paid $40,000 in 2019",
                "Forecasting machines costs 40,000 dollars",
                "Whoever paid in 2019 paid for 25 machines",
                "Grace paid for 25 machines in 2019",
            })
    void anOrdinaryWordAtTheBeginningIsNoName(String headline) {
        Span span = span("We paid $40,000 for twenty-five machines in 2019");

        assertThat(CHECK.headline(headline, List.of(span))).isEmpty();
    }

    @Test
    void aHeadlineMayNotTurnItsQuoteRound() {
        Span span = span("a reservation is a contract and the supplier has to keep it");

        assertThat(CHECK.headline("A reservation is no contract that the supplier has to keep", List.of(span)))
                .contains(Reason.HEADLINE_NEGATION);
        assertThat(CHECK.headline("A reservation is a contract that the supplier has to keep", List.of(span)))
                .isEmpty();
    }

    @Test
    void anExplanationMayAlsoRestOnTheSentencesAround() {
        Span span = span("a reservation is a contract and the supplier has to keep it");

        assertThat(CHECK.explanation("Twenty-five machines cost $40,000 in 2019.", List.of(span)))
                .isEmpty();
        assertThat(CHECK.explanation("Machines cost $50,000.", List.of(span))).contains(Reason.HEADLINE_NUMBER);
    }

    @Test
    void inALongEpisodeEverySentenceIsFoundWhereItWasSaidAndNoDistortionIs() {
        Random random = new Random(7);
        List<String> sentences =
                IntStream.range(0, 900).mapToObj(i -> sentence(random)).toList();
        QuoteCheck check = QuoteCheck.of(transcript(sentences));

        int swapped = 0;
        for (int i = 0; i < sentences.size(); i++) {
            String said = sentences.get(i);
            List<String> words = new ArrayList<>(
                    Arrays.asList(said.substring(0, said.length() - 1).split(" ", -1)));
            int middle = 3 + random.nextInt(words.size() - 6);
            assertThat(text(check, said)).isEqualTo(said);
            assertThat(text(check, with(words, middle, "um, " + words.get(middle))))
                    .isEqualTo(said);
            assertThat(check.check(with(words, middle, "not " + words.get(middle))))
                    .isEqualTo(new Verdict.Refused(Reason.NEGATION));
            assertThat(check.check(with(words, middle, "seventeen " + words.get(middle))))
                    .isEqualTo(new Verdict.Refused(Reason.NUMBER));
            swapped += text(check, with(words, middle, "aardvark")).equals(said) ? 1 : 0;
            String elsewhere = sentences.get((i + 450) % sentences.size());
            assertThat(check.check(half(said, 0) + " " + half(elsewhere, 1))).isInstanceOf(Verdict.Refused.class);
        }
        assertThat(swapped).isGreaterThan(800);
    }

    @Test
    void hostileTextIsReadInOnePass() {
        QuoteCheck check = QuoteCheck.of(transcript(List.of("a b ".repeat(50_000), "[".repeat(50_000))));

        assertThat(check.check("a b ".repeat(55))).isNotNull();
        assertThat(check.check("one hundred thousand million ".repeat(25))).isInstanceOf(Verdict.Refused.class);
        assertThat(check.check("9".repeat(10_000) + " b a b")).isInstanceOf(Verdict.Refused.class);
        assertThat(check.check("")).isEqualTo(new Verdict.Refused(Reason.TOO_SHORT));
        assertThat(QuoteCheck.of(transcript(List.of())).check("a b a b a b"))
                .isEqualTo(new Verdict.Refused(Reason.NOT_FOUND));
    }

    private static String sentence(Random random) {
        String words = IntStream.range(0, 9 + random.nextInt(14))
                .mapToObj(i -> "w" + (char) ('a' + random.nextInt(20)) + (char) ('a' + random.nextInt(20)))
                .collect(Collectors.joining(" "));
        return "The " + words + ".";
    }

    private static String half(String sentence, int which) {
        String[] words = sentence.replace(".", "").split(" ", -1);
        int middle = words.length / 2;
        return String.join(" ", Arrays.copyOfRange(words, which * middle, which == 0 ? middle : words.length));
    }

    private static String with(List<String> words, int at, String word) {
        List<String> changed = new ArrayList<>(words);
        changed.set(at, word);
        return String.join(" ", changed);
    }

    private static String text(QuoteCheck check, String quote) {
        return check.check(quote).place().map(span -> span.quote().text()).orElse("refused");
    }

    private static Span span(String quote) {
        return CHECK.check(quote).place().orElseThrow();
    }

    private static Quote held(String quote) {
        return span(quote).quote();
    }

    private static Transcript transcript(List<String> sentences) {
        List<Cue> cues = IntStream.range(0, sentences.size())
                .mapToObj(i -> cue(10 * i, "", sentences.get(i)))
                .toList();
        return new Transcript("webvtt", "published", false, cues, List.of());
    }

    private static Cue cue(int seconds, String speaker, String text) {
        return new Cue(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 10L), speaker, text);
    }
}
