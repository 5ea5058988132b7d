package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an episode is about, each thing once. */
class TermsTest {
    private static final String[] REST = {
        "We talked for a while.", "That was fun.", "Then it rained.", "Nobody minded.", "The tea was hot."
    };

    @Test
    void spellingsOfANameAreOneTerm() {
        assertThat(terms(
                        "",
                        "Everybody rents from OpenAI now.",
                        "But Open AI owns nothing.",
                        "Some say OpenAI will.",
                        "And Open-AI waits."))
                .contains("OpenAI")
                .doesNotContain("Open AI", "Open-AI", "open", "openai");
    }

    @Test
    void capitalsAndPossessivesAreOneTerm() {
        assertThat(terms("", "They buy from Nvidia.", "In short, NVIDIA’s racks are sold.", "Nobody beats Nvidia."))
                .contains("Nvidia")
                .doesNotContain("NVIDIA", "nvidia");
    }

    @Test
    void pluralsAreOneTerm() {
        assertThat(terms("", "A chip waits.", "These chips wait.", "More chips are better."))
                .contains("chips")
                .doesNotContain("chip");
    }

    @Test
    void aNameOfSeveralWordsIsOneTerm() {
        assertThat(terms("", "They left Amazon Web Services.", "Then Amazon Web Services raised its price."))
                .contains("Amazon Web Services")
                .doesNotContain("Amazon", "amazon", "services", "web");
    }

    @Test
    void lettersAndWhatTheyAreShortForAreOneTermWhereBothStand() {
        assertThat(terms("", "A large language model guesses.", "The LLM guesses again.", "Our LLMs are slow."))
                .containsOnlyOnce("LLM")
                .doesNotContain("large language model", "language", "model");
        assertThat(terms("All about large language models (LLMs)", "An LLM guesses.", "An LLM repeats."))
                .contains("LLM");
    }

    @Test
    void lettersAloneAndInitialsOfTwoThingsAreMerged() {
        assertThat(terms("", "The LLM guesses.", "The LLM guesses again.", "A language model guesses."))
                .contains("LLM");
        assertThat(terms(
                        "",
                        "The local library manager left.",
                        "A large language model stays.",
                        "An LLM stays.",
                        "One large language model left."))
                .doesNotContain("LLM");
    }

    @Test
    void twoLettersCountOnlyBesideTheirWords() {
        assertThat(terms("", "Artificial intelligence, or AI, spreads.", "More AI is near."))
                .contains("AI");
        assertThat(terms("", "Some angry inspectors came.", "The AI failed.", "Then angry inspectors left."))
                .contains("inspectors");
    }

    @Test
    void wordsThatEverySentenceHasFrameNothing() {
        assertThat(terms("", "Rent is rent.", "Racks wait.", "Racks stand.")).doesNotContain("the", "is");
    }

    private static List<String> terms(String notes, String... stretch) {
        List<String> texts =
                Stream.concat(Arrays.stream(stretch), Arrays.stream(REST)).toList();
        int[] segments = new int[texts.size()];
        Arrays.fill(segments, stretch.length, texts.size(), 1);
        return new Terms(texts, texts.stream().map(Tokens::of).toList(), notes).of(segments, 0);
    }
}
