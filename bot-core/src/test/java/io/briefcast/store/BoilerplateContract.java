package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Boilerplate;
import io.briefcast.podcast.Show;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of boilerplate does. */
public abstract class BoilerplateContract extends RepositoryContract {
    private Boilerplate boilerplate() {
        return new JdbcBoilerplate(database());
    }

    @Test
    void tellsWhatSeveralOtherEpisodesShare() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3");
        boilerplate().remember(show.id(), "e1", Set.of(Long.MIN_VALUE, 7L, 8L));
        boilerplate().remember(show.id(), "e2", Set.of(Long.MIN_VALUE, 7L));
        boilerplate().remember(show.id(), "e3", Set.of(Long.MIN_VALUE, 8L, -1L));

        assertThat(boilerplate().repeated(show.id(), "new", 3)).containsExactly(Long.MIN_VALUE);
        assertThat(boilerplate().repeated(show.id(), "new", 2)).containsExactlyInAnyOrder(Long.MIN_VALUE, 7L, 8L);
        assertThat(boilerplate().repeated(show.id(), "e1", 2)).containsExactly(Long.MIN_VALUE);
        assertThat(boilerplate().repeated("another show", "new", 1)).isEmpty();
    }

    @Test
    void rememberingTwiceCountsOnce() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        boilerplate().remember(show.id(), "e1", Set.of(7L));
        boilerplate().remember(show.id(), "e1", Set.of(7L, 8L));

        assertThat(boilerplate().repeated(show.id(), "new", 2)).isEmpty();
        assertThat(boilerplate().repeated(show.id(), "new", 1)).containsExactlyInAnyOrder(7L, 8L);
    }

    @Test
    void keepsTheThirtyNewestEpisodes() {
        String[] ids = IntStream.range(0, 32).mapToObj(i -> "e" + i).toArray(String[]::new);
        Show show = Samples.showWithEpisodes(database(), "rent", ids);
        for (int i = ids.length - 1; i >= 0; i--) {
            boilerplate().remember(show.id(), ids[i], Set.of((long) i));
        }

        assertThat(boilerplate().repeated(show.id(), "new", 1)).hasSize(30).doesNotContain(0L, 1L);
    }
}
