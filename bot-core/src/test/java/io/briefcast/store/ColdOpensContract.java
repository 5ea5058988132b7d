package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.briefcast.insight.ColdOpen;
import io.briefcast.insight.ColdOpen.Example;
import io.briefcast.insight.ColdOpens;
import io.briefcast.language.Embedding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of cold opens does. */
public abstract class ColdOpensContract extends RepositoryContract {
    private ColdOpens coldOpens() {
        return new JdbcColdOpens(database());
    }

    @Test
    void givesBackMeaningsAndScores() {
        Samples.showWithEpisodes(database(), "rent", "e1");
        coldOpens().remember("e1", open(2, 7.5));

        ColdOpen found = coldOpens().newest(1).getFirst();

        assertThat(coldOpens().clips()).isEqualTo(2);
        assertThat(found.clips()).hasSize(2).allMatch(clip -> clip.score() == 7.5);
        assertThat(found.others()).hasSize(1);
        assertThat(found.clips().getFirst().meaning().cosine(meaning())).isCloseTo(1, within(0.001));
    }

    @Test
    void anEpisodeThatIsReadAgainCountsOnce() {
        Samples.showWithEpisodes(database(), "rent", "e1", "e2");
        coldOpens().remember("e1", open(2, 1));
        coldOpens().remember("e2", open(3, 1));

        coldOpens().remember("e1", open(1, 1));
        coldOpens().remember("e2", ColdOpen.NONE);

        assertThat(coldOpens().clips()).isEqualTo(1);
        assertThat(coldOpens().newest(10)).hasSize(1);
    }

    @Test
    void givesSoManyOfTheNewestOldestFirst() {
        Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3");
        List<String> byDate = database()
                .jdbc()
                .sql("SELECT id FROM episodes ORDER BY published, id DESC")
                .query((row, n) -> row.getString("id"))
                .list();
        for (int i = 0; i < byDate.size(); i++) {
            coldOpens().remember(byDate.get(i), open(2, i));
        }

        assertThat(coldOpens().newest(3))
                .extracting(open -> open.clips().getFirst().score())
                .containsExactly(1.0, 2.0);
    }

    private static ColdOpen open(int clips, double score) {
        Example example = new Example(meaning(), score);
        return new ColdOpen(IntStream.range(0, clips).mapToObj(i -> example).toList(), List.of(example));
    }

    private static Embedding meaning() {
        return new Embedding(new float[] {0.6f, -0.8f, 0});
    }
}
