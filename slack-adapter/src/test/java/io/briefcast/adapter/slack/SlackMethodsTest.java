package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks what we know of Slack's methods against descriptions of them, where SLACK_METHODS names their folder. */
class SlackMethodsTest {
    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getenv("SLACK_METHODS")).map(Path::of).filter(Files::isDirectory);

    @BeforeEach
    void needsTheDescriptions() {
        assumeTrue(FOLDER.isPresent(), "skipped: SLACK_METHODS names no folder with one JSON file a method");
    }

    @Test
    void theFakeKnowsNoArgumentThatSlackDoesNot() throws IOException {
        assertThat(FakeSlack.ARGUMENTS).isNotEmpty();
        for (var method : FakeSlack.ARGUMENTS.entrySet()) {
            Set<String> described =
                    described(method.getKey()).getAsJsonObject("args").keySet();
            assertThat(described).as(method.getKey()).containsAll(method.getValue());
        }
    }

    @Test
    void everyErrorOfAPostHasARemedyOfItsOwn() throws IOException {
        Set<String> errors =
                described("chat.postMessage").getAsJsonObject("errors").keySet();

        assertThat(errors).isNotEmpty().allMatch(SlackFailures::isKnown);
    }

    @Test
    void everyRightThatWeAskForIsOneThatSomeMethodNeeds() throws IOException {
        StringBuilder scopes = new StringBuilder();
        for (String method : List.of(
                "chat.postMessage",
                "conversations.history",
                "conversations.info",
                "users.info",
                "conversations.open")) {
            scopes.append(described(method).get("scopes"));
        }

        assertThat(SlackManifest.SCOPES)
                .filteredOn(scope -> !Set.of("commands", "chat:write.public").contains(scope))
                .isNotEmpty()
                .allMatch(scope -> scopes.toString().contains("\"" + scope + "\""));
    }

    private static JsonObject described(String method) throws IOException {
        String json = Files.readString(FOLDER.orElseThrow().resolve(method + ".json"));
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
