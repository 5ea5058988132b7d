package io.briefcast.insight.extract.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.extract.llm.Window.Line;
import io.briefcast.podcast.Ids;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptTest {
    private static final Window WINDOW = new Window(List.of(new Line(3, 30, "Grace", "Renting is cheap.")));

    @Test
    void anAnswerIsRememberedByTheWordsTheModelAndTheInstructions() {
        String key = Prompt.key(WINDOW, "openai/m");

        assertThat(Prompt.key(new Window(List.of(new Line(3, 30, "Grace", "Renting is cheap."))), "openai/m"))
                .isEqualTo(key);
        assertThat(List.of(
                        Prompt.key(WINDOW, "openai/n"),
                        Prompt.key(WINDOW, "ollama/m"),
                        Prompt.key(new Window(List.of(new Line(3, 30, "Grace", "Renting is dear."))), "openai/m"),
                        Prompt.key(new Window(List.of(new Line(3, 30, "Ada", "Renting is cheap."))), "openai/m"),
                        Prompt.key(new Window(List.of(new Line(4, 30, "Grace", "Renting is cheap."))), "openai/m")))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    /**
     * Insights say by which instructions they were made. Whoever changes the words gives them the next version, and writes
     * the new print here.
     */
    @Test
    void otherInstructionsHaveAnotherVersion() {
        String instructions = Prompt.question(WINDOW, "mark", Optional.empty()).system();

        assertThat(Prompt.VERSION + " " + Ids.of("print", instructions)).isEqualTo("prompt-2 ornwaq7nybfms");
    }

    @Test
    void whatWasWrongWithTheLastAnswerIsSaidOutsideOfTheData() {
        String asked =
                Prompt.question(WINDOW, "0123", Optional.of("it was cut off")).user();

        assertThat(asked)
                .endsWith("0123\nThe transcript has ended. Answer with the JSON object."
                        + "\nYour last answer could not be used: it was cut off.");
    }
}
