package io.briefcast.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private final List<Cue> cues = new ArrayList<>();

    @Test
    void aSentenceGoesOverCuesAndKeepsItsTimes() {
        cue(0, 10, "Ada", "Renting is cheap. Owning is");
        cue(10, 20, "Ada", "dear. Is it?");

        assertThat(sentences())
                .extracting(Sentence::raw)
                .containsExactly("Renting is cheap.", "Owning is dear.", "Is it?");
        assertThat(sentences().get(1).start()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
        assertThat(sentences().get(1).end()).isBetween(Duration.ofSeconds(13), Duration.ofSeconds(15));
    }

    @Test
    void whoeverSpeaksNextBeginsASentenceAndATurn() {
        cue(0, 10, "Ada", "Renting is");
        cue(10, 20, "Grace", "cheap. It is.");
        cue(20, 30, "Ada", "Is it?");

        assertThat(sentences()).extracting(Sentence::raw).containsExactly("Renting is", "cheap.", "It is.", "Is it?");
        assertThat(sentences()).extracting(Sentence::turn).containsExactly(1, 2, 2, 3);
        assertThat(sentences()).extracting(Sentence::speaker).containsExactly("Ada", "Grace", "Grace", "Ada");
    }

    @Test
    void abbreviationsAndSmallLettersEndNoSentence() {
        cue(0, 10, "", "Dr. Moss of Acme Inc. rents. She waits... and pays.");

        assertThat(sentences())
                .extracting(Sentence::raw)
                .containsExactly("Dr. Moss of Acme Inc. rents.", "She waits... and pays.");
    }

    @Test
    void anEndlessSentenceIsCutWhereAClauseBegins() {
        String clause = "people who rent machines by the week wait for the price to fall before they come back again";
        cue(0, 60, "", "Now %1$s, and %1$s, but %1$s, because %1$s.".formatted(clause));

        assertThat(sentences())
                .hasSizeBetween(2, 4)
                .allMatch(sentence -> sentence.raw().split(" ", -1).length <= 60);
    }

    @Test
    void whereNobodyPunctuatedPausesEndASentence() {
        cue(0, 3_000, "", "renting is cheap for us");
        cue(3_600, 6_000, "", "owning is");
        cue(6_100, 9_000, "", "dear for everybody else");

        assertThat(inMillis())
                .extracting(Sentence::raw)
                .containsExactly("renting is cheap for us", "owning is dear for everybody else");
    }

    @Test
    void withoutPausesStretchesHaveTwelveToTwentyFiveWords() {
        for (int i = 0; i < 30; i++) {
            cue(2_000L * i, 2_000L * (i + 1), "", "and so on it goes from here");
        }
        cue(60_000, 120_000, "", "word ".repeat(60).strip());

        assertThat(inMillis())
                .allMatch(sentence -> sentence.raw().split(" ", -1).length <= 25)
                .hasSizeBetween(16, 19);
        assertThat(inMillis().getFirst().raw()).isEqualTo("and so on it goes from here and so on it goes from here");
    }

    private void cue(long from, long to, String speaker, String text) {
        cues.add(new Cue(Duration.ofMillis(from), Duration.ofMillis(to), speaker, text));
    }

    private List<Sentence> inMillis() {
        return Sentences.of(new Transcript("webvtt", "published", false, cues, List.of()));
    }

    private List<Sentence> sentences() {
        return Sentences.of(new Transcript(
                "webvtt",
                "published",
                false,
                cues.stream()
                        .map(cue -> new Cue(
                                cue.start().multipliedBy(1_000),
                                cue.end().multipliedBy(1_000),
                                cue.speaker(),
                                cue.text()))
                        .toList(),
                List.of()));
    }
}
