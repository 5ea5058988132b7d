package io.briefcast.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnglishTest {
    private static final String ENGLISH =
            "The power contract is what you are really buying, and the building that comes with it was never the point. ";
    private static final String GERMAN =
            "Der Stromvertrag ist das, was man wirklich kauft, und um das Haus, das dazu kommt, ist es nie gegangen. ";

    @Test
    void englishTalkIsEnglish() {
        assertThat(English.isLikely(saying(ENGLISH.repeat(10)))).isTrue();
    }

    @Test
    void anotherLanguageIsNot() {
        assertThat(English.isLikely(saying(GERMAN.repeat(10)))).isFalse();
        assertThat(English.isLikely(saying("電力契約が本当の商品です。 ".repeat(80)))).isFalse();
    }

    @Test
    void aFewWordsOfAnotherLanguageDoNotCount() {
        assertThat(English.isLikely(saying(ENGLISH.repeat(8) + GERMAN))).isTrue();
    }

    @Test
    void tooFewWordsSayNothing() {
        assertThat(English.isLikely(saying(GERMAN))).isTrue();
    }

    private static Transcript saying(String text) {
        Cue cue = new Cue(Duration.ZERO, Duration.ofMinutes(1), "", text);
        return new Transcript("webvtt", "published", false, List.of(cue), List.of());
    }
}
