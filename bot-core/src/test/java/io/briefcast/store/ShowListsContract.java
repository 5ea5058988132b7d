package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.Installation;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of lists of shows does; T1 and T2 are workspaces of many, T9 has a token of its own. */
public abstract class ShowListsContract extends RepositoryContract {
    private static final Tenant T1 = new Tenant("slack", "T1");
    private static final Tenant T2 = new Tenant("slack", "T2");
    private static final Tenant T9 = new Tenant("slack", "T9");
    private static final Show RENT = Samples.show("rent");
    private static final Show POWER = Samples.show("power");

    private ShowLists lists;

    @BeforeEach
    void install() {
        lists = new JdbcShowLists(database());
        List.of(T1, T2).forEach(this::install);
    }

    private void install(Tenant tenant) {
        new JdbcInstallations(database())
                .save(new Installation(
                        tenant.platform(), tenant.workspace(), "B1", "U1", "sealed", Optional.empty(), Samples.NOON));
    }

    @Test
    void everybodySeesWhatTheInstallationFollows() {
        assertThat(follow(Tenant.INSTALLATION, RENT)).isTrue();
        assertThat(follow(Tenant.INSTALLATION, RENT)).isFalse();

        assertThat(List.of(Tenant.INSTALLATION, T1, T2, T9)).allMatch(tenant -> sees(tenant, RENT));
        assertThat(lists.of(T1)).isSameAs(Followed.EVERYTHING);
    }

    @Test
    void whatOneWorkspaceAddsNobodyElseSees() {
        assertThat(follow(T1, RENT)).isTrue();

        assertThat(sees(T1, RENT)).isTrue();
        assertThat(List.of(Tenant.INSTALLATION, T2, T9)).noneMatch(tenant -> sees(tenant, RENT));
        assertThat(follow(T2, RENT))
                .as("new to them, though it is read already")
                .isTrue();
        assertThat(follow(T2, RENT)).isFalse();
    }

    @Test
    void withATokenOfItsOwnAWorkspaceHasTheListOfTheInstallation() {
        follow(T9, RENT);

        assertThat(lists.owner(T9)).isEqualTo(Tenant.INSTALLATION);
        assertThat(List.of(Tenant.INSTALLATION, new Tenant("discord", ""), T1)).allMatch(tenant -> sees(tenant, RENT));
        assertThat(lists.unfollow(T9, RENT.id())).as("nobody follows it").isTrue();
    }

    @Test
    void theLastOneWhoLeavesItOutTakesAShowAlong() {
        follow(T1, RENT);
        follow(T2, RENT);

        assertThat(lists.unfollow(T1, RENT.id())).isFalse();
        assertThat(sees(T1, RENT)).isFalse();
        assertThat(sees(T2, RENT)).isTrue();
        assertThat(lists.unfollow(T2, RENT.id())).isTrue();
    }

    @Test
    void aWorkspaceLeavesOutForItselfWhatIsOffered() {
        follow(Tenant.INSTALLATION, RENT);

        assertThat(lists.unfollow(T1, RENT.id())).isFalse();

        assertThat(sees(T1, RENT)).isFalse();
        assertThat(List.of(Tenant.INSTALLATION, T2)).allMatch(tenant -> sees(tenant, RENT));
        assertThat(follow(T1, RENT)).as("wanted again").isTrue();
        assertThat(sees(T1, RENT)).isTrue();
    }

    @Test
    void whoAskedForAShowKeepsItWhenItIsOfferedNoMore() {
        follow(Tenant.INSTALLATION, RENT);
        assertThat(follow(T1, RENT)).as("seen before").isFalse();

        assertThat(lists.unfollow(Tenant.INSTALLATION, RENT.id())).isFalse();

        assertThat(sees(T1, RENT)).isTrue();
        assertThat(List.of(Tenant.INSTALLATION, T2)).noneMatch(tenant -> sees(tenant, RENT));
    }

    @Test
    void nobodyTakesAShowFromAnother() {
        follow(T1, RENT);

        assertThat(lists.unfollow(T2, RENT.id())).isFalse();
        assertThat(lists.unfollow(Tenant.INSTALLATION, RENT.id())).isFalse();

        assertThat(sees(T1, RENT)).isTrue();
    }

    @Test
    void aShowThatMovedIsKnownAtItsNewAddress() {
        follow(T1, RENT);
        Shows shows = new JdbcShows(database());
        shows.update(RENT.readFrom(POWER.feed()));

        assertThat(follow(T2, POWER)).isTrue();

        assertThat(sees(T2, RENT)).isTrue();
        assertThat(shows.all()).hasSize(1);
    }

    @Test
    void aWorkspaceThatLeavesTakesOnlyItsOwnShowsAlong() {
        follow(T1, RENT);
        follow(T1, POWER);
        follow(T2, POWER);

        assertThat(lists.forget(T1)).containsExactly(RENT.id());

        assertThat(sees(T1, POWER)).isFalse();
        assertThat(sees(T2, POWER)).isTrue();
    }

    @Test
    void aListIsTheSameObjectUntilSomethingChangesEvenElsewhere() {
        follow(T1, RENT);
        ShowLists elsewhere = new JdbcShowLists(database());
        Followed before = lists.of(T2);

        assertThat(lists.of(T2)).isSameAs(before);
        elsewhere.follow(T2, POWER, FeedState.untried(POWER.id(), Samples.NOON));

        assertThat(sees(T2, POWER)).isTrue();
    }

    private boolean follow(Tenant tenant, Show show) {
        return lists.follow(tenant, show, FeedState.untried(show.id(), Samples.NOON));
    }

    private boolean sees(Tenant tenant, Show show) {
        return lists.of(tenant).has(show.id());
    }
}
