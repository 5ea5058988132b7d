package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installation.Renewal;
import io.briefcast.delivery.Installations;
import java.time.Instant;
import java.util.Optional;
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

    @Test
    void remembersWhatSomebodyBeganUntilItEnds() {
        installations().begin("slack", "a", NOON, NOON.plusSeconds(60), 10);

        assertThat(installations().isUnderWay("slack", "a", NOON.plusSeconds(59)))
                .isTrue();
        assertThat(installations().isUnderWay("slack", "a", NOON.plusSeconds(60)))
                .isFalse();
        assertThat(installations().isUnderWay("slack", "b", NOON)).isFalse();
        assertThat(installations().isUnderWay("other", "a", NOON)).isFalse();
        installations().forget("slack", "a");
        assertThat(installations().isUnderWay("slack", "a", NOON)).isFalse();
    }

    @Test
    void remembersNoMoreThanItShouldOfWhatSomebodyBegan() {
        for (int i = 0; i < 5; i++) {
            installations().begin("slack", "s" + i, NOON, NOON.plusSeconds(60 + i), 3);
        }

        assertThat(installations().isUnderWay("slack", "s1", NOON)).isFalse();
        assertThat(installations().isUnderWay("slack", "s2", NOON)).isTrue();
        assertThat(installations().isUnderWay("slack", "s4", NOON)).isTrue();
    }

    @Test
    void keepsWhatRenewsAToken() {
        installations().save(expiring("T1", "short"));

        assertThat(installations().find("slack", "T1")).contains(expiring("T1", "short"));
    }

    @Test
    void letsOnlyOneRenewATokenAtATime() {
        Installation seen = expiring("T1", "old");
        installations().save(seen);

        assertThat(installations().claimRenewal(seen, NOON, NOON.plusSeconds(60)))
                .isTrue();
        assertThat(installations().claimRenewal(seen, NOON.plusSeconds(59), NOON.plusSeconds(119)))
                .isFalse();
        assertThat(installations().claimRenewal(seen, NOON.plusSeconds(60), NOON.plusSeconds(120)))
                .as("the first one died")
                .isTrue();
    }

    @Test
    void renewsNothingThatIsNoLongerAsItWasSeen() {
        Installation seen = expiring("T1", "old");
        installations().save(seen);
        assertThat(installations().replace(seen, expiring("T1", "new"))).isTrue();

        assertThat(installations().claimRenewal(seen, NOON, NOON.plusSeconds(60)))
                .as("it is renewed already")
                .isFalse();
        assertThat(installations().claimRenewal(expiring("T1", "new"), NOON, NOON.plusSeconds(60)))
                .as("the right was given back")
                .isTrue();

        installations().remove("slack", "T1");
        assertThat(installations().replace(expiring("T1", "new"), expiring("T1", "newer")))
                .isFalse();
        assertThat(installations().find("slack", "T1")).isEmpty();
    }

    private static Installation expiring(String tenant, String token) {
        return installation(tenant, token)
                .with(token, Optional.of(new Renewal("refresh-" + token, NOON.plusSeconds(43_200))));
    }

    private static Installation installation(String tenant, String token) {
        return new Installation("slack", tenant, "U0BOT", "U0ADA", token, Optional.empty(), NOON);
    }
}
