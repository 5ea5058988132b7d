package io.briefcast.insight.extract.llm;

import io.briefcast.http.ServicePatience;
import io.briefcast.http.ServicePatience.Pause;
import io.briefcast.http.ServicePatience.Waiting;
import io.briefcast.insight.InsightExtractor.Source;
import io.briefcast.insight.extract.llm.Model.Answer;
import io.briefcast.insight.extract.llm.Model.Question;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model: from memory where the same was asked before, within the budget, again after passing
 * errors, and not at all for a while after lasting ones.
 */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Model model;
    private final ModelAnswers answers;
    private final Spending spending;
    private final Budget budget;
    private final InstantSource clock;
    private final ServicePatience patience;
    private final Random random = new SecureRandom();
    private final Object booking = new Object();

    Calls(Model model, ModelAnswers answers, Spending spending, Budget budget, InstantSource clock, Waiting waiting) {
        this.model = model;
        this.answers = answers;
        this.spending = spending;
        this.budget = budget;
        this.clock = clock;
        this.patience = new ServicePatience(clock, waiting);
    }

    /**
     * Something to ask.
     *
     * @param key what the answer depends on
     * @param show whose budget it is
     * @param episode whose budget it is
     * @param question by the mark, and by what was wrong with the answer before
     * @param reader of an answer; empty when it is not of the form
     * @param shorter what to say when an answer was cut off
     */
    record Errand<T>(
            String key,
            String show,
            String episode,
            BiFunction<String, Optional<String>, Question> question,
            Function<String, Optional<T>> reader,
            String shorter) {}

    /** What became of it. */
    sealed interface Result<T> {
        /** The model read it. */
        record Read<T>(T value) implements Result<T> {}

        /** The model answered, and not in the form; other questions may go better. */
        record Useless<T>(String why) implements Result<T> {}

        /** The model cannot or may not be asked now. */
        record Stopped<T>(String why) implements Result<T> {}
    }

    /** Service and model. */
    String model() {
        return model.name();
    }

    /** The pause that lasts at this moment. */
    Optional<Pause> paused() {
        return patience.paused();
    }

    Result<List<Proposal>> read(Source source, Window window) {
        return run(new Errand<>(
                Prompt.key(window, model.name()),
                source.show().id(),
                source.episode().id(),
                (mark, complaint) -> Prompt.question(window, mark, complaint),
                Proposal::read,
                "it was cut off; give fewer and shorter insights"));
    }

    <T> Result<T> run(Errand<T> errand) {
        Optional<T> known = answers.find(errand.key()).flatMap(errand.reader());
        if (known.isPresent()) {
            return new Result.Read<>(known.get());
        }
        Result<T> first = ask(errand, Optional.empty());
        return first instanceof Result.Useless<T> useless ? ask(errand, Optional.of(useless.why())) : first;
    }

    private <T> Result<T> ask(Errand<T> errand, Optional<String> complaint) {
        Question question = errand.question().apply(Prompt.mark(random), complaint);
        for (int tries = 1; ; tries++) {
            Optional<String> refusal = paused().map(Pause::why);
            if (refusal.isPresent()) {
                return new Result.Stopped<>(refusal.get());
            }
            Optional<String> booked = book(errand, Prompt.cost(question));
            if (booked.isEmpty()) {
                return new Result.Stopped<>(
                        refusal(errand, Prompt.cost(question)).orElse("the budget is used up"));
            }
            Answer answer = model.ask(question);
            settle(booked.get(), answer);
            switch (answer) {
                case Answer.Text text -> {
                    return judge(errand, text);
                }
                case Answer.Failed failed -> {
                    if (!failed.passing() || !patience.waits(tries, failed.pause())) {
                        return stop(failed);
                    }
                }
            }
        }
    }

    /** One call at a time looks at the sums, so that two cannot both take the last tokens. */
    private Optional<String> book(Errand<?> errand, long cost) {
        synchronized (booking) {
            return refusal(errand, cost).isPresent()
                    ? Optional.empty()
                    : Optional.of(spending.book(today(), errand.show(), errand.episode(), cost));
        }
    }

    private Optional<String> refusal(Errand<?> errand, long cost) {
        return budget.refusal(spending.spent(today(), errand.show(), errand.episode()), cost);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Where the service does not say what a call cost, or may have charged for a lost one, the estimate stands. */
    private void settle(String booked, Answer answer) {
        switch (answer) {
            case Answer.Text text -> {
                if (text.tokens() > 0) {
                    spending.settle(booked, text.tokens());
                }
            }
            case Answer.Failed failed -> {
                if (!failed.charged()) {
                    spending.settle(booked, 0);
                }
            }
        }
    }

    private <T> Result<T> judge(Errand<T> errand, Answer.Text text) {
        if (!text.complete()) {
            return new Result.Useless<>(errand.shorter());
        }
        Optional<T> read = errand.reader().apply(text.text());
        if (read.isEmpty()) {
            return new Result.Useless<>("it was not the JSON object");
        }
        answers.remember(errand.key(), text.text(), clock.instant());
        return new Result.Read<>(read.get());
    }

    private <T> Result<T> stop(Answer.Failed failed) {
        String why = "the model was not heard: " + failed.why();
        Duration time = patience.end(why, failed.pause());
        LOG.warn("{} is left alone for {} s; Highlights reads instead: {}", model.name(), time.toSeconds(), why);
        return new Result.Stopped<>(why);
    }
}
