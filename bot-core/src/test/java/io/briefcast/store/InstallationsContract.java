package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installations;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every repository of installations does. */
public abstract class InstallationsContract extends RepositoryContract {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

    private Installations installations() {
        return new JdbcInstallations(database());
    }

    @Test
    void keepsOneInstallationForEachWorkspace() {
        installations().save(installation("T1", "old"));
        installations().save(installation("T1", "new"));
        installations().save(installation("T2", "other"));

        assertThat(installations().find("slack", "T1")).contains(installation("T1", "new"));
        assertThat(installations().all("slack"))
                .extracting(Installation::tenant)
                .containsExactly("T1", "T2");
        assertThat(installations().all("another")).isEmpty();
    }

    @Test
    void erasesOneWorkspaceAndNoOther() {
        installations().save(installation("T1", "one"));
        installations().save(installation("T2", "two"));

        installations().remove("slack", "T1");
        installations().remove("slack", "T1");

        assertThat(installations().find("slack", "T1")).isEmpty();
        assertThat(installations().find("slack", "T2")).isPresent();
    }

    private static Installation installation(String tenant, String token) {
        return new Installation("slack", tenant, "U0BOT", "U0ADA", token, NOON);
    }
}
