package io.briefcast.insight.extract.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.LlmSettings;
import io.briefcast.Secret;
import io.briefcast.SilentPort;
import io.briefcast.insight.extract.llm.FakeModelServer.Reply;
import io.briefcast.insight.extract.llm.FakeModelServer.Wire;
import io.briefcast.insight.extract.llm.Model.Answer;
import io.briefcast.insight.extract.llm.Model.Form;
import io.briefcast.insight.extract.llm.Model.Question;
import io.briefcast.podcast.Ids;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LangChainModelTest {
    /** A machine under load is slow; only one test waits for a deadline. */
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private static final Question QUESTION = new Question("Pick.", "L0001 [00:00:00] words", 500, Form.INSIGHTS);

    @ParameterizedTest
    @EnumSource
    void asksInTheFormOfTheServiceAndReadsWordsAndCosts(Wire wire) {
        try (var server = new FakeModelServer(wire)) {
            server.then("{\"insights\": []}");

            Answer answer = model(wire, server.address()).ask(QUESTION);

            assertThat(server.violations).isEmpty();
            assertThat(answer).isEqualTo(new Answer.Text("{\"insights\": []}", 1_200, true));
        }
    }

    /** Answers are remembered by the form's version: whoever changes it writes the next one and the new print here. */
    @Test
    void anotherFormHasAnotherVersion() {
        try (var server = new FakeModelServer(Wire.OPENAI)) {
            server.then("{\"insights\": []}");
            model(Wire.OPENAI, server.address()).ask(QUESTION);

            String form = server.requests.getFirst().path("response_format").toString();
            assertThat(AnswerForm.VERSION + " " + Ids.of("print", form)).isEqualTo("form-2 rjox303o8jcc0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksAboutRelationsInTheirOwnForm(Wire wire) {
        Question relations = new Question("Compare.", "0: words\n1: words", 500, Form.RELATIONS);
        try (var server = new FakeModelServer(wire)) {
            server.then("{\"relations\": []}");

            assertThat(model(wire, server.address()).ask(relations))
                    .isEqualTo(new Answer.Text("{\"relations\": []}", 1_200, true));
            assertThat(server.violations).isEmpty();
            assertThat(server.requests).singleElement().asString().contains("contradicts", "extends", "supports");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatWasCutOffSaysSo(Wire wire) {
        try (var server = new FakeModelServer(wire)) {
            server.then(new Reply.Words("{\"insights\": [", false));

            assertThat(model(wire, server.address()).ask(QUESTION))
                    .isEqualTo(new Answer.Text("{\"insights\": [", 1_200, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatIsBusySaysHowLongToWait(Wire wire) {
        try (var server = new FakeModelServer(wire)) {
            server.then(new Reply.Status(429, Map.of("Retry-After", "7"), error("slow down")));

            assertThat(model(wire, server.address()).ask(QUESTION))
                    .isEqualTo(new Answer.Failed(
                            "it answers 429: slow down", true, Optional.of(Duration.ofSeconds(7)), false));
            assertThat(server.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatBreaksMayWorkLaterAndARefusalDoesNot(Wire wire) {
        try (var server = new FakeModelServer(wire)) {
            server.then(500, "").then(404, error("model m is not there"));

            assertThat(model(wire, server.address()).ask(QUESTION))
                    .isEqualTo(new Answer.Failed("it answers 500", true, Optional.empty(), false));
            assertThat(model(wire, server.address()).ask(QUESTION))
                    .isEqualTo(
                            new Answer.Failed("it answers 404: model m is not there", false, Optional.empty(), false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noErrorHoldsTheKeyOrWhatIsLeftOfIt(Wire wire) {
        try (var server = new FakeModelServer(wire)) {
            server.then(401, error("Incorrect key " + FakeModelServer.KEY))
                    .then(400, error("bad key " + FakeModelServer.KEY + " or sk-t***mnop"));
            Model model = model(wire, server.address());

            assertThat(model.ask(QUESTION))
                    .isEqualTo(new Answer.Failed("it answers 401", false, Optional.empty(), false));
            assertThat(model.ask(QUESTION))
                    .isEqualTo(new Answer.Failed("it answers 400: bad key *** or ***", false, Optional.empty(), false));
            assertThat(settings(wire, server.address(), PATIENT).toString()).doesNotContain(FakeModelServer.KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoAnswerIsAFailureAndNeverAnException(Wire wire) {
        try (var server = new FakeModelServer(wire)) {
            server.then(200, "{")
                    .then(200, "")
                    .then(200, "[]")
                    .then(200, "x".repeat(3_000_000))
                    .then(302, "");
            Model model = model(wire, server.address());

            for (int i = 0; i < 5; i++) {
                assertThat(model.ask(QUESTION)).isInstanceOf(Answer.Failed.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatIsSilentOrGoneIsGivenUp(Wire wire) throws IOException {
        try (var server = new FakeModelServer(wire)) {
            server.then(new Reply.Silence());
            var hasty = settings(wire, server.address(), Duration.ofSeconds(1));

            assertThat(LangChainModel.of(hasty.provider().orElseThrow(), hasty).ask(QUESTION))
                    .isEqualTo(new Answer.Failed("no answer within 1 s", true, Optional.empty(), true));
        }
        try (var gone = new SilentPort()) {
            assertThat(model(wire, gone.address("")).ask(QUESTION))
                    .isInstanceOfSatisfying(Answer.Failed.class, failed -> {
                        assertThat(failed.why()).startsWith("it cannot be reached");
                        assertThat(failed.passing()).isTrue();
                    });
        }
    }

    private static String error(String message) {
        return "{\"error\": {\"type\": \"e\", \"message\": \"%s\"}}".formatted(message);
    }

    private static Model model(Wire wire, URI address) {
        return LangChainModel.of(LlmSettings.Provider.valueOf(wire.name()), settings(wire, address, PATIENT));
    }

    static LlmSettings settings(Wire wire, URI address, Duration timeout) {
        return new LlmSettings(
                Optional.of(LlmSettings.Provider.valueOf(wire.name())),
                Optional.of("m"),
                Optional.of(new Secret(FakeModelServer.KEY)),
                Optional.of(address),
                timeout,
                "0",
                true,
                5_000,
                100_000,
                300_000,
                1_000_000);
    }
}
