package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.briefcast.language.Embedding;
import io.briefcast.podcast.Show;
import io.briefcast.search.Passage;
import io.briefcast.search.Passage.Line;
import io.briefcast.search.Passages;
import io.briefcast.search.Passages.Written;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of passages does. */
public abstract class PassagesContract extends RepositoryContract {
    private static final Embedding MEANING = new Embedding(new float[] {0.6f, -0.8f});

    private Passages passages() {
        return new JdbcPassages(database());
    }

    private static Passage passage(Show show, String episode, int second) {
        Duration start = Duration.ofSeconds(second);
        return new Passage(
                episode,
                show.id(),
                Samples.NOON,
                true,
                List.of(
                        new Line("Ada Moss", "A question?", start, start.plusSeconds(2)),
                        new Line("", "An “answer”.", start.plusSeconds(2), start.plusSeconds(5))),
                MEANING);
    }

    @Test
    void givesBackEveryDetail() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        Passage passage = passage(show, "e1", 30);

        passages().replace("e1", List.of(passage));

        Passage found = passages().after(0, 10).getFirst().passage();
        assertThat(found).usingRecursiveComparison().ignoringFields("meaning").isEqualTo(passage);
        assertThat(found.meaning().cosine(MEANING)).isCloseTo(1, within(0.001));
    }

    @Test
    void aNewReadingReplacesThoseOfItsEpisodeOnly() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1", "e2");
        passages().replace("e1", List.of(passage(show, "e1", 0), passage(show, "e1", 30)));
        passages().replace("e2", List.of(passage(show, "e2", 0)));

        passages().replace("e1", List.of(passage(show, "e1", 60)));

        assertThat(passages().after(0, 10))
                .extracting(written -> written.passage().start())
                .containsExactly(Duration.ZERO, Duration.ofSeconds(60));
        assertThat(passages().count()).isEqualTo(2);
    }

    @Test
    void numbersGrowAndFindInTheOrderAsked() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        passages().replace("e1", List.of(passage(show, "e1", 0), passage(show, "e1", 30)));
        List<Long> numbers =
                passages().after(0, 10).stream().map(Written::sequence).toList();

        assertThat(passages().find(List.of(numbers.get(1), 99L, numbers.get(0))))
                .extracting(Written::sequence)
                .containsExactly(numbers.get(1), numbers.get(0));
        assertThat(passages().after(numbers.get(0), 10)).hasSize(1);
    }

    @Test
    void goWithTheirShow() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        passages().replace("e1", List.of(passage(show, "e1", 0)));

        new JdbcShows(database()).remove(show.id());

        assertThat(passages().count()).isZero();
    }
}
