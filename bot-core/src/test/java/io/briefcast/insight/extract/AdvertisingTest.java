package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdvertisingTest {
    private static final Embedding TALK = new Embedding(new float[] {1, 0});
    private static final Embedding SALES = new Embedding(new float[] {0, 1});

    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Embedding> meanings = new ArrayList<>();
    private Set<Long> recited = Set.of();

    @Test
    void developersWhoSignFreeCodeAdvertiseNothing() {
        say("", "You sign the code, and the code stays free.", TALK);
        say("", "Free code that nobody will sign is still free.", TALK);
        say("", "We offer a trial of the code to whoever asks.", TALK);

        assertThat(found()).isEmpty();
    }

    @Test
    void aBlockRunsAsLongAsItSoundsLikeItsOpening() {
        talk("", 10);
        int opening = say("", "Head over to larch.com for more.", SALES);
        int next = say("", "A mattress learns how you sleep.", SALES);
        talk("", 10);

        assertThat(found()).containsExactly(opening, next);
    }

    @Test
    void withoutSpeakersATurnHasNoEndAndHoldsNoBlockTogether() {
        talk("", 5);
        int opening = say("", "Get it with ten percent off, and 10 percent off is a lot.", TALK);
        talk("", 20);

        assertThat(found()).isSubsetOf(opening);
    }

    @Test
    void whoReadsGoesOnUntilTheTurnEnds() {
        talk("Jane", 12);
        int first = say("Joe", "This part is brought to you by Larch.", SALES);
        int last = say("Joe", "Good sleep is cheap.", TALK);
        talk("Jane", 12);
        talk("Joe", 3);

        assertThat(found()).containsExactly(first, last);
    }

    @Test
    void welcomeBackEndsABlock() {
        talk("", 10);
        int opening = say("", "Use the code LARCH for 10% off.", SALES);
        say("", "And we're back with the ovens.", SALES);
        talk("", 10);

        assertThat(found()).containsExactly(opening);
    }

    @Test
    void aVoiceThatSaysLittleInOnePlaceWasPaidTo() {
        talk("Jane", 60);
        talk("Joe", 60);
        int paid = say("Announcer", "Integrations are what every platform lives by.", TALK);
        talk("Jane", 60);

        assertThat(found()).containsExactly(paid);
    }

    @Test
    void aCallerWhoComesBackWasNotPaid() {
        talk("Jane", 60);
        say("Caller", "Ovens are what every bakery lives by.", TALK);
        talk("Joe", 60);
        say("Caller", "Flour is what every oven lives by.", TALK);
        talk("Jane", 60);

        assertThat(found()).isEmpty();
    }

    @Test
    void whatTheShowSaysInEveryEpisodeIsRecited() {
        talk("", 3);
        int greeting = say("", "You are listening to the show about ovens and the people who heat them.", TALK);
        recited = Shingles.of(sentences.subList(greeting, greeting + 1));
        talk("", 3);

        assertThat(found()).containsExactly(greeting);
    }

    private void talk(String speaker, int count) {
        for (int i = 0; i < count; i++) {
            say(speaker, "Oven number %d bakes %d loaves before noon.".formatted(sentences.size(), i), TALK);
        }
    }

    private int say(String speaker, String text, Embedding meaning) {
        int at = sentences.size();
        int turn = at == 0
                ? 0
                : sentences.getLast().turn() + (sentences.getLast().speaker().equals(speaker) ? 0 : 1);
        sentences.add(
                new Sentence(text, text, speaker, turn, Duration.ofSeconds(at * 5L), Duration.ofSeconds(at * 5L + 5)));
        meanings.add(meaning);
        return at;
    }

    private List<Integer> found() {
        boolean[] ad = Advertising.find(
                sentences, meanings, recited, sentences.getLast().end());
        return IntStream.range(0, ad.length).filter(i -> ad[i]).boxed().toList();
    }
}
