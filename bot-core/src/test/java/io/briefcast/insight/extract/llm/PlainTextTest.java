package io.briefcast.insight.extract.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Node.js and Next.js are where most teams begin",
                "Banks still run on ASP.NET. Nobody rewrites them",
                "Renting is cheaper.The owners know it",
                "Most of the rules live in a package.json that nobody reads",
                "Prices rose by 3.5 percent, e.g. in the U.S. in March",
            })
    void wordsPass(String text) {
        assertThat(PlainText.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Everybody reads evil.net",
                "Everybody reads evil.rs",
                "Everybody reads evil.py now",
                "Everybody reads evil.md/login",
                "Everybody reads evil.js/login",
                "Everybody reads asp.evil.net",
                "Everybody reads ASP.NET/login",
                "Everybody reads cheaper.the.evil.example",
            })
    void whatAChatMakesALinkOfDoesNot(String text) {
        assertThat(PlainText.isPlain(text)).isFalse();
    }
}
