package io.briefcast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.cli.Cli.Ran;
import io.briefcast.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void open() throws IOException {
        cli = new Cli(folder.resolve("data"));
    }

    @Test
    void whatAnEarlierVersionReadIsReadAgainWhenItsTurnComes() {
        cli.run("brief");
        Ran nothing = cli.run("reread");
        assertThat(nothing.exitCode()).as(nothing.err()).isZero();
        assertThat(nothing.out()).contains("There is nothing more for ", "Left as they are, because ");
        long all = store("UPDATE readings SET extractor = 'earlier-1' WHERE extractor <> ''");

        Ran first = cli.run("reread", "--show", "held-out");
        Ran rest = cli.run("reread", "--since", "2020-01-01");
        Ran again = cli.run("reread", "--since", "2020-01-01");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains(" will be read again by ").doesNotContain("Left as they are");
        assertThat(rest.out()).contains("Waiting to be read again: ");
        assertThat(again.out())
                .contains("There is nothing more for ", "Waiting to be read again: %d episodes.".formatted(all));

        store("UPDATE scheduled_tasks SET execution_time = execution_time + 86400000 WHERE task_name = 'read-again'");
        Ran early = cli.run("brief");
        assertThat(early.exitCode()).as(early.err()).isZero();
        assertThat(early.out()).as("what was found before stays").contains("## 5. ");
        assertThat(early.err()).doesNotContain("Reading episodes again: ");

        store("""
                UPDATE scheduled_tasks SET execution_time = 0 WHERE task_name = 'read-again' AND task_instance = (
                    SELECT MIN(task_instance) FROM scheduled_tasks WHERE task_name = 'read-again')""");
        assertThat(cli.run("brief").err()).contains("Reading episodes again: 1 to do");
        assertThat(cli.run("reread").out()).contains("Left as they are, because ", ": 1 episode.");
    }

    @Test
    void aShowOrDayThatIsNoneIsRefused() {
        assertThat(cli.run("reread", "--show", "nobody"))
                .isEqualTo(new Ran(1, "", "No followed show has 'nobody' in its title.\n"));
        assertThat(cli.run("reread", "--since", "yesterday"))
                .isEqualTo(new Ran(1, "", "--since is 'yesterday'; it is a day such as 2026-03-01.\n"));
        assertThat(cli.run("reread", "--since", "9999-01-01"))
                .isEqualTo(new Ran(1, "", "--since is 9999-01-01, which has not come yet.\n"));
        assertThat(cli.run("reread", "everything").exitCode()).isEqualTo(2);
    }

    @Test
    void anEmptyStoreHasNothingToBeReadAgain() {
        Ran ran = cli.run("reread");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).singleElement().asString().startsWith("There is nothing more for ");
    }

    /** Changes what is stored; gives how many rows that are. */
    private long store(String change) {
        try (SqliteStore store = SqliteStore.open(folder.resolve("data/briefcast.db"))) {
            return store.database().jdbc().sql(change).update();
        }
    }
}
