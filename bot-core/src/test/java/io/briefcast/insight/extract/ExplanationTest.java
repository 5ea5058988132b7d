package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final Embedding NEAR = new Embedding(new float[] {1, 0});
    private static final Embedding BETWEEN = new Embedding(new float[] {0.35f, 0.937f});
    private static final Embedding FAR = new Embedding(new float[] {0, 1});

    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Embedding> meanings = new ArrayList<>();

    @Test
    void whatFollowsTheClaimExplainsIt() {
        say(1, "The weather was fine on the day of the talk.", FAR);
        int claim = say(1, "Renting beats owning when demand is unknown.", NEAR);
        say(1, "A contract ends and a building does not.", NEAR);
        say(1, "So the mistake is paid once and not for ten years.", NEAR);
        say(1, "My daughter plays the trumpet on Sundays.", FAR);

        assertThat(explanation(claim))
                .isEqualTo(
                        "A contract ends and a building does not. So the mistake is paid once and not for ten years.");
    }

    @Test
    void whatIsAboutSomethingElseExplainsNothing() {
        int claim = say(1, "Renting beats owning when demand is unknown.", NEAR);
        say(1, "My daughter plays the trumpet on Sundays.", FAR);
        say(1, "She wants to learn the drums after that.", FAR);

        assertThat(explanation(claim)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A contract for machines ends when the demand does.             | true",
                "A bakery opens at six and closes when the bread is gone.       | false",
            })
    void whatIsOnlySomewhatNearMustShareAWordWithTheClaim(String first, boolean explains) {
        int claim = say(1, "Renting beats owning when demand is unknown.", NEAR);
        say(1, first, BETWEEN);
        say(1, "And nobody else has to get up as early as that.", BETWEEN);
        say(2, "My daughter plays the trumpet on Sundays.", FAR);
        say(2, "Her trumpet was bought in a shop in Lisbon.", BETWEEN);

        assertThat(!explanation(claim).isEmpty()).isEqualTo(explains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And maybe the contract is not what one thinks it is.",
                "I did see a contract for machines the other day.",
                "Actually, my neighbour rented a machine when demand was low.",
                "So I remember a contract for machines of that sort."
            })
    void whoTellsSomethingElseExplainsNothing(String first) {
        int claim = say(1, "Renting beats owning when demand is unknown.", NEAR);
        say(1, first, NEAR);
        say(1, "So the mistake is paid once and not for ten years.", NEAR);
        say(2, "My daughter plays the trumpet on Sundays.", FAR);

        assertThat(explanation(claim)).doesNotContain(first.substring(3));
    }

    @Test
    void nobodyElseExplainsAClaim() {
        int claim = say(1, "Renting beats owning when demand is unknown.", NEAR);
        say(2, "A contract ends and a building does not.", NEAR);
        say(2, "So the mistake is paid once and not for ten years.", NEAR);
        say(1, "My daughter plays the trumpet on Sundays.", FAR);

        assertThat(explanation(claim)).isEmpty();
    }

    @Test
    void oneLongSentenceWillDoWhereThereIsNoOther() {
        int claim = say(1, "Renting beats owning when demand is unknown.", NEAR);
        say(1, "A contract ends on a day that somebody chose, and a building ends when its roof does.", NEAR);
        say(2, "Is that so, and since when is it like that?", NEAR);
        say(1, "My daughter plays the trumpet on Sundays.", FAR);

        assertThat(explanation(claim)).startsWith("A contract ends on a day");
    }

    @Test
    void aRunThatIsTooLongGivesWayToTheNextBest() {
        String endless = "A contract ends " + "and then it ends again ".repeat(30) + "for good.";
        say(1, "My daughter plays the trumpet on Sundays.", FAR);
        say(1, "Nobody knows how many machines will be wanted.", NEAR);
        say(1, "Those who guess wrong keep the building.", NEAR);
        int claim = say(1, "Renting beats owning when demand is unknown.", NEAR);
        say(1, endless, NEAR);
        say(1, "So the mistake is paid once and not for ten years.", NEAR);

        assertThat(explanation(claim)).startsWith("Nobody knows how many machines");
    }

    private int say(int turn, String text, Embedding meaning) {
        int at = sentences.size();
        sentences.add(new Sentence(
                text, text, "Speaker " + turn, turn, Duration.ofSeconds(at * 5L), Duration.ofSeconds(at * 5L + 5)));
        meanings.add(meaning);
        return at;
    }

    /** Of the episode, whose other sentences are about something else. */
    private String explanation(int claim) {
        for (int i = 0; i < 6; i++) {
            say(9, "The weather was fine on the day of the talk.", FAR);
        }
        return Explanation.of(claim, sentences, meanings, new boolean[sentences.size()]);
    }
}
