package io.briefcast.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GarbleTest {
    private static final List<String> WORDS =
            List.of(("bakers rent ovens because nobody knows how many loaves people want"
                            + " when winter comes and the price of flour rises with every storm over the fields that feed us all"
                            + " while owners wait for better days and count what is left in the cellar of the old mill")
                    .split(" ", -1));

    @Test
    void talkIsNoGarble() {
        assertThat(Garble.in(said(talk(600, 0)), "")).isEmpty();
    }

    @Test
    void wordsThatAreNoneAreGarble() {
        assertThat(Garble.in(said(talk(600, 0.15)), ""))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("the transcript is garbled: ")
                        .endsWith("words are none"));
    }

    @Test
    void wordsThatThePublisherWritesAreWords() {
        String talk = talk(600, 0.15);

        assertThat(Garble.in(said(talk), "In this episode: " + talk)).isEmpty();
    }

    @Test
    void wordsThatTheEpisodeUsesAllTheTimeAreItsOwn() {
        String talk = talk(600, 0).replace("ovens", "quillpickers").replace("flour", "haulwrights");

        assertThat(Garble.in(said(talk), "")).isEmpty();
    }

    @Test
    void fewWordsAndNamesSayNothing() {
        assertThat(Garble.in(said(talk(100, 0.5)), "")).isEmpty();
        assertThat(Garble.in(said(talk(600, 0) + " Zorvex Plimtak Grundlewick".repeat(40)), ""))
                .isEmpty();
    }

    /** @param odd share of the words that are letters at random */
    private static String talk(int words, double odd) {
        Random random = new Random(7);
        return IntStream.range(0, words)
                .mapToObj(i -> random.nextDouble() < odd ? letters(random) : WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private static String letters(Random random) {
        return random.ints(8, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static Transcript said(String text) {
        return new Transcript(
                "webvtt",
                "published",
                false,
                List.of(new Cue(Duration.ZERO, Duration.ofMinutes(5), "", text)),
                List.of());
    }
}
