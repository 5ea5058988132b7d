package io.briefcast.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "OpenAI, Open AI",
        "OpenAI, open-ai",
        "Nvidia, NVIDIA",
        "nvidia, Nvidia’s",
        "data centre, Data  Centres",
        "LLM, LLMs",
        "strategy, strategies",
        "e-mail, email",
        "AI, ai",
    })
    void spellingsOfOneName(String one, String other) {
        assertThat(Spelling.same(one, other)).isTrue();
        assertThat(Spelling.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "US, us",
        "IT, it",
        "new, news",
        "windows, window",
        "every day, everyday",
        "may be, maybe",
        "re-form, reform",
        "bus, bu",
        "C, C++",
        "GPT-4, GPT-5",
        "chip, ship",
        "access, acces",
    })
    void whatMayBeTwoThingsStaysTwo(String one, String other) {
        assertThat(Spelling.same(one, other)).isFalse();
    }
}
