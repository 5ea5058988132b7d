package io.briefcast.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterestsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final Mute TWO_DAYS = new Mute(Mute.Kind.SPEAKER, "Li", Optional.of(MONDAY.plusDays(1)));

    @Test
    void aMuteEndsAfterItsLastDay() {
        Interests interests = Interests.EVERYTHING.muting(TWO_DAYS).muting(Mute.forGood(Mute.Kind.TOPIC, "football"));

        assertThat(interests.on(MONDAY.plusDays(1)).muted(Mute.Kind.SPEAKER)).containsExactly("Li");
        assertThat(interests.on(MONDAY.plusDays(2)).muted(Mute.Kind.SPEAKER)).isEmpty();
        assertThat(interests.on(MONDAY.plusYears(9)).muted(Mute.Kind.TOPIC)).containsExactly("football");
    }

    @Test
    void mutingAgainMovesTheEnd() {
        Interests interests = Interests.EVERYTHING.muting(TWO_DAYS).muting(Mute.forGood(Mute.Kind.SPEAKER, "LI"));

        assertThat(interests.mutes()).containsExactly(Mute.forGood(Mute.Kind.SPEAKER, "LI"));
        assertThat(interests.withoutMute(TWO_DAYS).mutes()).isEmpty();
    }

    @Test
    void whatIsFollowedEndsAfterItsLastDay() {
        Interests interests = Interests.EVERYTHING
                .following("compute")
                .following(new Follow(Mute.Kind.SPEAKER, "Li", Optional.of(MONDAY)));

        assertThat(interests.on(MONDAY).follows()).hasSize(2);
        assertThat(interests.on(MONDAY.plusDays(1)).follows()).containsExactly(Follow.topic("compute"));
    }

    @Test
    void newTopicsLeaveWhatElseIsFollowedAndNoneMeansEverything() {
        Follow li = new Follow(Mute.Kind.SPEAKER, "Li", Optional.empty());
        Interests interests = Interests.EVERYTHING.following("compute").following(li);

        assertThat(interests.withTopics(List.of("power")).follows()).containsExactly(Follow.topic("power"), li);
        assertThat(interests.withTopics(List.of()).follows()).isEmpty();
    }

    @Test
    void aTopicIsFollowedOnceWhateverItsCase() {
        Interests interests =
                Interests.EVERYTHING.following("compute").following("power").following("Compute");

        assertThat(interests.topics()).containsExactly("power", "Compute");
        assertThat(interests.without("POWER").topics()).containsExactly("Compute");
    }
}
