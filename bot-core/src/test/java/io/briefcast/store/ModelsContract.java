package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.extract.llm.ModelAnswers;
import io.briefcast.insight.extract.llm.Spending;
import io.briefcast.insight.extract.llm.Spending.Spent;
import io.briefcast.insight.extract.llm.Spending.Total;
import io.briefcast.transcript.source.speech.SpeechLedger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every memory of models' answers and costs does. */
public abstract class ModelsContract extends RepositoryContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    private ModelAnswers answers() {
        return new JdbcModelAnswers(database());
    }

    private Spending spending() {
        return new JdbcSpending(database());
    }

    @Test
    void remembersAnswersForNinetyDays() {
        answers().remember("k", "old", Samples.NOON);
        answers().remember("k", "new", Samples.NOON);
        assertThat(answers().find("k")).contains("new");
        assertThat(answers().find("other")).isEmpty();

        answers().remember("later", "{}", Samples.NOON.plus(Duration.ofDays(91)));

        assertThat(answers().find("k")).isEmpty();
        assertThat(answers().find("later")).contains("{}");
    }

    @Test
    void sumsWhatAnEpisodeAShowAndADayCost() {
        spending().book(TODAY, "s1", "e1", 100);
        String late = spending().book(TODAY, "s1", "e2", 1_000);
        spending().book(TODAY, "s2", "e3", 10);
        spending().book(TODAY.minusDays(1), "s1", "e1", 7);
        spending().settle(late, 200);

        assertThat(spending().spent(TODAY, "s1", "e1")).isEqualTo(new Spent(100, 300, 310));
        assertThat(spending().spent(TODAY.plusDays(1), "s1", "e1")).isEqualTo(new Spent(0, 0, 0));
        assertThat(spending().total(TODAY.minusDays(7), TODAY)).isEqualTo(new Total(317, 3));
    }

    @Test
    void sumsWhatWasListenedTo() {
        SpeechLedger ledger = new JdbcSpeechLedger(database());
        ledger.book(TODAY, "s1", "e1", 100);
        String late = ledger.book(TODAY, "s1", "e2", 1_000);
        ledger.book(TODAY, "s2", "e3", 10);
        ledger.book(TODAY.minusDays(1), "s1", "e1", 7);
        ledger.settle(late, 200);

        assertThat(ledger.spent(TODAY, "s1", "e1")).isEqualTo(new SpeechLedger.Spent(300, 310));
        assertThat(ledger.spent(TODAY.plusDays(1), "s1", "e1")).isEqualTo(new SpeechLedger.Spent(0, 0));
    }

    @Test
    void countsEpisodesThatWereReadWithoutTheModelByReason() {
        spending().withoutModel(TODAY, "s1", "e1", "used up");
        spending().withoutModel(TODAY, "s1", "e1", "used up");
        spending().withoutModel(TODAY, "s1", "e2", "used up");
        spending().withoutModel(TODAY, "s1", "e3", "not heard");

        assertThat(spending().withoutModel(TODAY)).isEqualTo(Map.of("used up", 2, "not heard", 1));
        assertThat(spending().withoutModel(TODAY.plusDays(1))).isEmpty();
        assertThat(spending().total(TODAY, TODAY)).isEqualTo(new Total(0, 0));
    }
}
