package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.Completion;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VocabularyTest extends Dialogue {
    private KnownVocabulary vocabulary;
    private Completion completion;

    @BeforeEach
    void learn() {
        show("The Rack", "Rents fall", "Rents rise", "Chips rise");
        vocabulary = new KnownVocabulary(
                ports.shows(),
                ports.lists(),
                ports.insights(),
                ports.subscriptions(),
                ports.showDesk(),
                ports.aliases(),
                clock::now,
                Runnable::run);
        completion = new Completion(catalogue, vocabulary);
    }

    @Test
    void topicsThatOccurOftenComeFirst() {
        assertThat(vocabulary.matching(Kind.TOPIC, "", ADA, 5)).containsExactly("rents", "chips");
        assertThat(vocabulary.matching(Kind.TOPIC, "CH", ADA, 5)).containsExactly("chips");
    }

    @Test
    void aTopicIsOfferedOnceHoweverItIsSpelled() {
        show("Open Grid", "NVIDIA sells", "Nvidia buys", "nvidia's year", "Rent falls", "Chip makers wait");
        clock.set(NOON.plus(Duration.ofMinutes(6)));
        vocabulary.matching(Kind.TOPIC, "", ADA, 5);

        assertThat(vocabulary.matching(Kind.TOPIC, "n", ADA, 5)).containsExactly("nvidia");
        assertThat(vocabulary.matching(Kind.TOPIC, "ren", ADA, 5)).containsExactly("rents");
        assertThat(vocabulary.matching(Kind.TOPIC, "chi", ADA, 5)).hasSize(1);
    }

    @Test
    void aTopicIsOfferedByTheNameThatTheTableShows() throws IOException {
        Files.writeString(folder.resolve("aliases.txt"), "rack hire = rents, chips");
        clock.set(NOON.plus(Duration.ofMinutes(6)));
        vocabulary.matching(Kind.TOPIC, "", ADA, 5);

        assertThat(vocabulary.matching(Kind.TOPIC, "", ADA, 5)).containsExactly("rack hire");
    }

    @Test
    void showsAreFoundByAnyWord() {
        assertThat(vocabulary.matching(Kind.SHOW, "ra", ADA, 5)).containsExactly("The Rack");
    }

    @Test
    void theAskersZoneComesFirstAndCitiesAreFound() {
        assertThat(vocabulary.matching(Kind.ZONE, "", ADA, 3)).startsWith("Europe/Berlin");
        assertThat(vocabulary.matching(Kind.ZONE, "tok", ADA, 3)).containsExactly("Asia/Tokyo");
        assertThat(vocabulary.matching(Kind.ZONE, "new york", ADA, 3)).containsExactly("America/New_York");
    }

    @Test
    void aNewShowIsKnownWithinMinutes() {
        assertThat(vocabulary.matching(Kind.SHOW, "slow", ADA, 5)).isEmpty();
        show("Slow Money");
        assertThat(vocabulary.matching(Kind.SHOW, "slow", ADA, 5)).isEmpty();

        clock.set(NOON.plus(Duration.ofMinutes(6)));

        assertThat(vocabulary.matching(Kind.SHOW, "slow", ADA, 5)).containsExactly("Slow Money");
    }

    @Test
    void whoTypesNeverWaitsForWhatIsLearned() {
        List<Runnable> later = new ArrayList<>();
        vocabulary = new KnownVocabulary(
                ports.shows(),
                ports.lists(),
                ports.insights(),
                ports.subscriptions(),
                ports.showDesk(),
                ports.aliases(),
                clock::now,
                later::add);

        assertThat(vocabulary.matching(Kind.SHOW, "ra", ADA, 5)).isEmpty();
        assertThat(vocabulary.matching(Kind.TOPIC, "", ADA, 5)).isEmpty();
        assertThat(later).hasSize(1);
        later.removeFirst().run();
        assertThat(vocabulary.matching(Kind.SHOW, "ra", ADA, 5)).containsExactly("The Rack");

        show("Slow Money");
        clock.set(NOON.plus(Duration.ofMinutes(6)));
        assertThat(vocabulary.matching(Kind.SHOW, "", ADA, 5)).containsExactly("The Rack");
        later.removeFirst().run();
        assertThat(vocabulary.matching(Kind.SHOW, "", ADA, 5)).containsExactly("Slow Money", "The Rack");
        assertThat(later).isEmpty();
    }

    @Test
    void whatWasLearnedIsOfferedWithoutTheStore() {
        assertThat(vocabulary.matching(Kind.TOPIC, "", ADA, 5)).isNotEmpty();
        store.close();

        assertThat(vocabulary.matching(Kind.TOPIC, "", ADA, 5)).containsExactly("rents", "chips");
        assertThat(vocabulary.matching(Kind.SHOW, "ra", ADA, 5)).containsExactly("The Rack");
        assertThat(vocabulary.matching(Kind.ZONE, "tok", ADA, 5)).containsExactly("Asia/Tokyo");
        assertThat(lines("insights rents show:ra")).contains("insights rents show:\"The Rack\" ");

        clock.set(NOON.plus(Duration.ofMinutes(6)));
        assertThat(vocabulary.matching(Kind.SHOW, "ra", ADA, 5))
                .as("though it could not be learned again")
                .containsExactly("The Rack");
    }

    @Test
    void aLineIsCompletedStepByStep() {
        assertThat(lines("ins")).contains("insights ");
        assertThat(lines("insights re")).contains("insights rents ");
        assertThat(lines("insights rents sh")).contains("insights rents show:");
        assertThat(lines("insights rents show:ra")).contains("insights rents show:\"The Rack\" ");
        assertThat(lines("briefcast subscribe at:7")).contains("briefcast subscribe at:7:00 ");
        assertThat(lines("briefcast topics mute x kind:sp")).contains("briefcast topics mute x kind:speaker ");
        assertThat(lines("briefcast shows ")).contains("briefcast shows add ", "briefcast shows list ");
    }

    @Test
    void everyKindIsAnsweredForEveryInput() {
        for (Kind kind : Kind.values()) {
            assertThat(vocabulary.matching(kind, "🎉".repeat(5_000), ADA, 25)).isEmpty();
            assertThat(vocabulary.matching(kind, "", ADA, 25)).hasSizeLessThanOrEqualTo(25);
        }
    }

    private List<String> lines(String typed) {
        return completion.complete(typed, ADA).stream()
                .map(Completion.Suggestion::line)
                .toList();
    }

    @Test
    void newShowsAreCompletedFromTheDirectory() {
        web.put("https://apple.example/search?media=podcast&entity=podcast&limit=25&term=rack", """
                {"results": [{"collectionName": "The Rack", "feedUrl": "https://rack.example/feed"},
                             {"collectionName": "Rack &amp; Stack", "feedUrl": "https://stack.example/feed"},
                             {"collectionName": "Only in one app"}]}""");

        assertThat(vocabulary.matching(Kind.NEW_SHOW, "rack", ADA, 5)).containsExactly("The Rack", "Rack & Stack");
        assertThat(vocabulary.matching(Kind.NEW_SHOW, "ra", ADA, 5)).isEmpty();
    }
}
