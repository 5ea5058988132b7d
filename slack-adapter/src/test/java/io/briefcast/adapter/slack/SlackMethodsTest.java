package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.briefcast.adapter.slack.FakeSlack.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks what we know of Slack's methods against descriptions of them, where SLACK_METHODS names their folder. */
class SlackMethodsTest {
    @BeforeEach
    void needsTheDescriptions() {
        assumeTrue(SlackMethods.areDescribed(), "skipped: SLACK_METHODS names no folder with one JSON file a method");
    }

    @Test
    void theFakeKnowsNoArgumentThatSlackDoesNot() {
        assertThat(FakeWebApi.ARGUMENTS).isNotEmpty();
        for (var method : FakeWebApi.ARGUMENTS.entrySet()) {
            Set<String> described = SlackMethods.described(method.getKey())
                    .getAsJsonObject("args")
                    .keySet();
            assertThat(described).as(method.getKey()).containsAll(method.getValue());
        }
    }

    @Test
    void everyErrorOfAPostHasARemedyOfItsOwn() {
        Set<String> errors = SlackMethods.described("chat.postMessage")
                .getAsJsonObject("errors")
                .keySet();

        assertThat(errors).isNotEmpty().allMatch(SlackFailures::isKnown);
    }

    @Test
    void everyRightThatWeAskForIsOneThatSomeMethodNeeds() {
        StringBuilder scopes = new StringBuilder();
        for (String method : List.of(
                "chat.postMessage",
                "conversations.history",
                "conversations.info",
                "users.info",
                "conversations.open")) {
            scopes.append(SlackMethods.described(method).get("scopes"));
        }

        assertThat(SlackManifest.SCOPES)
                .filteredOn(scope -> !Set.of("commands", "chat:write.public").contains(scope))
                .isNotEmpty()
                .allMatch(scope -> scopes.toString().contains("\"" + scope + "\""));
    }

    @Test
    void aCallWithAnArgumentThatSlackDoesNotKnowOrWithoutOneThatItNeedsIsAFault() {
        Call unknown = new Call("views.open", Map.of("view", "{}", "colour", "red"));
        Call missing = new Call("users.info", Map.of());

        assertThat(SlackMethods.faults(List.of(unknown, missing)))
                .containsExactly("views.open: unknown argument colour", "users.info: no user");
    }
}
