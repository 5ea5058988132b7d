package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.language.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CentralityTest {
    private static final Embedding BREAD = new Embedding(new float[] {1, 0});
    private static final Embedding CHIPS = new Embedding(new float[] {0, 1});

    @Test
    void whatTheTalkAroundIsAboutIsCentral() {
        List<Embedding> talk = new ArrayList<>(Collections.nCopies(60, BREAD));
        talk.set(30, CHIPS);
        Centrality centrality = Centrality.of(talk);

        assertThat(centrality.local()[30]).isEqualTo(-2.5);
        assertThat(centrality.global()[30]).isEqualTo(-2.5);
        assertThat(centrality.global()[10]).isPositive();
    }

    @Test
    void whatFollowsCountsMoreThanWhatCameBefore() {
        List<Embedding> talk = new ArrayList<>(Collections.nCopies(30, CHIPS));
        talk.addAll(Collections.nCopies(30, BREAD));
        talk.set(28, BREAD);
        talk.set(31, CHIPS);
        Centrality centrality = Centrality.of(talk);

        assertThat(centrality.local()[28]).isGreaterThan(centrality.local()[31]);
    }

    @Test
    void whereAllIsAlikeNothingStandsOut() {
        assertThat(Centrality.standard(new double[] {3, 3, 3})).containsOnly(0);
    }
}
