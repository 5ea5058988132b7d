package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Question;
import io.briefcast.command.Questions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of questions does. */
public abstract class QuestionsContract extends RepositoryContract {
    private static final Question QUESTION =
            new Question("insights", Map.of("topic", "“compute” strategy", "page", "2"));

    private Questions questions(Instant now) {
        return new JdbcQuestions(database(), InstantSource.fixed(now));
    }

    @Test
    void aQuestionIsFoundByItsIdAfterARestart() {
        questions(Samples.NOON).remember(QUESTION);
        questions(Samples.NOON).remember(QUESTION);

        assertThat(questions(Samples.NOON).find(QUESTION.id())).contains(QUESTION);
        assertThat(questions(Samples.NOON).find("unknown")).isEmpty();
    }

    @Test
    void aQuestionThatNobodyAskedForMonthsIsForgotten() {
        questions(Samples.NOON).remember(QUESTION);

        questions(Samples.NOON.plus(Duration.ofDays(91))).remember(new Question("brief", Map.of()));

        assertThat(questions(Samples.NOON).find(QUESTION.id())).isEmpty();
    }
}
