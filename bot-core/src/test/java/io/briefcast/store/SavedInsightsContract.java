package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.subscription.SavedInsight;
import io.briefcast.subscription.SavedInsights;
import org.junit.jupiter.api.Test;

/** What every memory of saved insights does. */
public abstract class SavedInsightsContract extends RepositoryContract {
    private SavedInsights saved() {
        return new JdbcSavedInsights(database());
    }

    @Test
    void keepsEachOnceAndListsTheLatestFirst() {
        assertThat(saved().save(saved("ada", "i1", 0))).isTrue();
        assertThat(saved().save(saved("ada", "i2", 5))).isTrue();

        assertThat(saved().save(saved("ada", "i1", 9))).isFalse();

        assertThat(saved().of("ada", 10)).containsExactly(saved("ada", "i2", 5), saved("ada", "i1", 0));
        assertThat(saved().of("ada", 1)).hasSize(1);
        assertThat(saved().of("bob", 10)).isEmpty();
    }

    @Test
    void dropsWhatIsThereAndOnlyThat() {
        saved().save(saved("ada", "i1", 0));

        assertThat(saved().drop("bob", "i1")).isFalse();
        assertThat(saved().drop("ada", "i1")).isTrue();
        assertThat(saved().drop("ada", "i1")).isFalse();
    }

    @Test
    void forgetsOnePersonAlone() {
        saved().save(saved("ada", "i1", 0));
        saved().save(saved("bob", "i1", 0));

        saved().forget("ada");

        assertThat(saved().of("ada", 10)).isEmpty();
        assertThat(saved().of("bob", 10)).hasSize(1);
    }

    private static SavedInsight saved(String person, String insight, int seconds) {
        return new SavedInsight(person, insight, "Renting is “cheaper”", Samples.NOON.plusSeconds(seconds));
    }
}
