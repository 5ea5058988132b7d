package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.language.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {
    @Test
    void everyRepeatedSentenceOfSevenWordsOrMoreIsRecognised() {
        Random random = new Random(7);
        for (int length = 7; length < 40; length++) {
            Sentence said = sentence(random, length);
            Set<Long> remembered = Shingles.of(List.of(sentence(random, 12), said, sentence(random, 12)));

            assertThat(Shingles.repeated(said, remembered)).as(said.clean()).isEqualTo(1);
            assertThat(Shingles.repeated(sentence(random, length), remembered)).isZero();
        }
    }

    @Test
    void fewerWordsAreNotRemembered() {
        assertThat(Shingles.of(List.of(sentence(new Random(7), 6)))).isEmpty();
    }

    private static Sentence sentence(Random random, int words) {
        String text = IntStream.range(0, words)
                .mapToObj(i -> "w" + random.nextInt(500))
                .collect(Collectors.joining(" "));
        return new Sentence(text, text, "", 0, Duration.ZERO, Duration.ZERO);
    }
}
