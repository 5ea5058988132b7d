package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.language.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final Embedding BREAD = new Embedding(new float[] {1, 0});
    private static final Embedding CHIPS = new Embedding(new float[] {0, 1});

    @Test
    void aCutIsWhereTheSubjectChanges() {
        int[] segments = Segments.of(talk(25, 15));

        assertThat(Arrays.copyOfRange(segments, 0, 25)).containsOnly(0);
        assertThat(Arrays.copyOfRange(segments, 25, 40)).containsOnly(1);
    }

    @Test
    void aShortTalkIsOneSegment() {
        assertThat(Segments.of(talk(16, 16))).containsOnly(0);
    }

    @Test
    void noSegmentIsShorterThanEightSentencesOrMuchLongerThanTwentyTwo() {
        int[] segments = Segments.of(talk(3, 197));

        for (int segment = 0; segment <= segments[199]; segment++) {
            int number = segment;
            assertThat(Arrays.stream(segments).filter(s -> s == number).count()).isBetween(8L, 33L);
        }
        assertThat(segments).isSorted();
    }

    private static List<Embedding> talk(int bread, int chips) {
        List<Embedding> talk = new ArrayList<>(Collections.nCopies(bread, BREAD));
        talk.addAll(Collections.nCopies(chips, CHIPS));
        return talk;
    }
}
