package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone",
                "<@1234>",
                "<#1234>",
                "<t:1:R>",
                "# heading",
                "-# small",
                "[x](https://evil.example)",
                "||spoiler||",
                "**bold** _it_ ~~gone~~ `code`",
                "> quote",
                "- list",
                "1. list",
                ":tada:",
                "<a:name:12>",
                "\\",
                "https://evil.example"
            })
    void disarmsWhateverDiscordWouldTakeForMarkup(String hostile) {
        String shown = DiscordText.markdown(hostile, 200);

        assertThat(MarkdownRules.faults(shown)).isEmpty();
        assertThat(shown.replaceAll("\\\\([^0-9A-Za-z\\s])", "$1")).isEqualTo(hostile);
    }

    @Test
    void cutsNeitherAnEscapeNorACharacterInHalves() {
        assertThat(DiscordText.markdown("ab**cd", 6)).isEqualTo("ab\\*…");
        assertThat(DiscordText.plain("ab\uD83C\uDF99cd", 4)).isEqualTo("ab…");
    }

    @Test
    void linksOnlyToTheWebAndWithoutPreview() {
        assertThat(DiscordText.link(Optional.of(URI.create("https://example.org/a_(b)")), "[Episode]", 80))
                .isEqualTo("[\\[Episode\\]](<https://example.org/a_%28b%29>)");
        assertThat(DiscordText.link(Optional.of(URI.create("javascript:alert(1)")), "Episode", 80))
                .isEqualTo("Episode");
    }

    @Test
    void showsDatesInTheReadersOwnZone() {
        assertThat(DiscordText.date(Instant.ofEpochSecond(1_781_096_400))).isEqualTo("<t:1781096400:D>");
    }

    @Test
    void takesOutWhatTurnsOrHidesWords() {
        assertThat(DiscordText.markdown("a\u202Eb\u2066c\u200Bd\u0000e\r\nf", 80))
                .isEqualTo("abcde f");
    }
}
