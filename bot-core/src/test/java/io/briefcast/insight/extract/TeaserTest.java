package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.language.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeaserTest {
    private static final String CLIP = "A queue for machines costs far more than the machines that people wait for.";
    private static final String HEARD = "So a queue for machines costs far more than the machines people wait for.";
    private static final String SHORT = "Renting is cheaper until everybody rents.";

    @Test
    void aClipAtTheFrontIsFoundAgainAlthoughItWasHeardAWordApart() {
        Teaser teaser = teaser(episode(CLIP, HEARD));

        assertThat(teaser.clips()).containsOnlyKeys(1).containsValue(50);
        assertThat(teaser.isCopy(1)).isTrue();
        assertThat(teaser.chosen()).containsExactly(50);
    }

    @Test
    void whatIsSaidMoreOftenIsAMotto() {
        List<String> episode = episode(CLIP, HEARD);
        episode.set(70, CLIP);

        assertThat(teaser(episode).clips()).isEmpty();
    }

    @Test
    void oneShortSentenceComesTwiceByChance() {
        assertThat(teaser(episode(SHORT, SHORT)).clips()).isEmpty();
    }

    @Test
    void advertisingIsNoClip() {
        List<String> episode = episode(CLIP, CLIP);
        boolean[] ad = new boolean[episode.size()];
        ad[50] = true;

        assertThat(teaser(episode, ad).clips()).isEmpty();
    }

    @Test
    void whatTheIntroAndTheOutroSayIsNoClip() {
        List<String> episode = episode(CLIP, "Nothing was said here that was said before.");
        episode.set(98, CLIP);

        assertThat(teaser(episode).clips()).isEmpty();
    }

    /** A hundred sentences with one near the front and one in the middle. */
    private static List<String> episode(String front, String middle) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sentences.add("Number%d alone says word%d thing%d over%d there%d now%d.".formatted(i, i, i, i, i, i));
        }
        sentences.set(1, front);
        sentences.set(50, middle);
        return sentences;
    }

    private static Teaser teaser(List<String> texts) {
        return teaser(texts, new boolean[texts.size()]);
    }

    private static Teaser teaser(List<String> texts, boolean[] ad) {
        List<Sentence> sentences = texts.stream()
                .map(text -> new Sentence(text, text, "Ada", 0, Duration.ZERO, Duration.ZERO))
                .toList();
        return Teaser.of(sentences, texts.stream().map(Tokens::of).toList(), ad);
    }
}
