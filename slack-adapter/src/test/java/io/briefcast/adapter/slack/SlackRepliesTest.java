package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Answer;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackRepliesTest {
    private static final Message WORDS = new Message("Rents", List.of(new Block.Paragraph("Rents fall")));
    private static final Answer TO_ASKER = Answer.toAsker(WORDS);
    private static final Answer TO_EVERYBODY = Answer.toEverybody(WORDS);
    private static final String NOBODY_LISTENS = "http://127.0.0.1:9/respond/r1";

    private final List<Duration> pauses = new ArrayList<>();
    private final FakeSlack slack = new FakeSlack(new TestClock(Instant.parse("2026-06-10T12:00:00Z")));
    private final SlackReplies replies = new SlackReplies(SlackClient.of(slack.api()), pauses::add, Optional.empty());

    @AfterEach
    void close() {
        slack.close();
    }

    static List<Answer> answers() {
        return List.of(TO_ASKER, TO_EVERYBODY, Answer.replacing(WORDS));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void triesTwiceMoreWhereNobodyListens(Answer answer) {
        replies.send(NOBODY_LISTENS, answer, "");

        assertThat(pauses).containsExactlyElementsOf(SlackReplies.PAUSES);
    }

    @Test
    void answersWhoeverAskedAgainWhenTheConnectionBreaks() {
        slack.misbehaveOnReply(new Fault.Drop());
        slack.misbehaveOnReply(new Fault.Drop());

        replies.send(slack.responseUrl("r1"), TO_ASKER, "");

        assertThat(slack.replies("r1")).hasSize(1);
    }

    @Test
    void ratherAnswersWhoeverAskedTwiceThanNotAtAll() {
        slack.misbehaveOnReply(new Fault.AcceptThenDrop());

        replies.send(slack.responseUrl("r1"), TO_ASKER, "");

        assertThat(slack.replies("r1")).hasSize(2);
    }

    @Test
    void showsNothingTwiceToAChannelWhenTheConnectionBreaksAfterAnAnswer() {
        slack.misbehaveOnReply(new Fault.AcceptThenDrop());

        replies.send(slack.responseUrl("r1"), TO_EVERYBODY, "");

        assertThat(slack.replies("r1")).hasSize(1);
        assertThat(pauses).isEmpty();
    }
}
