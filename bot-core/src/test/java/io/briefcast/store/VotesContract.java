package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.subscription.Vote;
import io.briefcast.subscription.Votes;
import org.junit.jupiter.api.Test;

/** What every store of votes does. */
public abstract class VotesContract extends RepositoryContract {
    private Votes votes() {
        return new JdbcVotes(database());
    }

    @Test
    void onlyTheLatestVoteOfAPersonOnAnInsightCounts() {
        votes().cast(vote("ada", "i1", true, 0));
        votes().cast(vote("ada", "i1", false, 5));

        assertThat(votes().find("ada", "i1")).contains(vote("ada", "i1", false, 5));
        assertThat(votes().of("ada", 10)).hasSize(1);
    }

    @Test
    void listsTheLatestFirst() {
        votes().cast(vote("ada", "i1", true, 0));
        votes().cast(vote("ada", "i2", true, 5));
        votes().cast(vote("bob", "i3", true, 9));

        assertThat(votes().of("ada", 10)).extracting(Vote::insightId).containsExactly("i2", "i1");
        assertThat(votes().of("ada", 1)).extracting(Vote::insightId).containsExactly("i2");
    }

    @Test
    void givesBackTheVoteThatIsTakenBack() {
        votes().cast(vote("ada", "i1", true, 0));

        assertThat(votes().retract("ada", "i1")).contains(vote("ada", "i1", true, 0));
        assertThat(votes().retract("ada", "i1")).isEmpty();
        assertThat(votes().find("ada", "i1")).isEmpty();
    }

    @Test
    void forgetsOnePersonAlone() {
        votes().cast(vote("ada", "i1", true, 0));
        votes().cast(vote("bob", "i1", true, 0));

        votes().forget("ada");

        assertThat(votes().of("ada", 10)).isEmpty();
        assertThat(votes().of("bob", 10)).hasSize(1);
    }

    private static Vote vote(String person, String insight, boolean more, int seconds) {
        return new Vote(person, insight, more, Samples.NOON.plusSeconds(seconds));
    }
}
