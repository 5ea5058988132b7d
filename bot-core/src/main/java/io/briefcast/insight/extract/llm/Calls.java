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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model about windows: from memory where the same was asked before, within the budget, again after passing
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

    /** What became of a window. */
    sealed interface Result {
        /** The model read it. */
        record Read(List<Proposal> proposals) implements Result {}

        /** The model answered, and not in the form; other windows may go better. */
        record Useless(String why) implements Result {}

        /** The model cannot or may not be asked now. */
        record Stopped(String why) implements Result {}
    }

    /** The pause that lasts at this moment. */
    Optional<Pause> paused() {
        return patience.paused();
    }

    Result read(Source source, Window window) {
        String key = Prompt.key(window, model.name());
        Optional<List<Proposal>> known = answers.find(key).flatMap(Proposal::read);
        if (known.isPresent()) {
            return new Result.Read(known.get());
        }
        Result first = ask(source, window, key, Optional.empty());
        return first instanceof Result.Useless useless ? ask(source, window, key, Optional.of(useless.why())) : first;
    }

    private Result ask(Source source, Window window, String key, Optional<String> complaint) {
        Question question = Prompt.question(window, Prompt.mark(random), complaint);
        for (int tries = 1; ; tries++) {
            Optional<String> refusal = paused().map(Pause::why);
            if (refusal.isPresent()) {
                return new Result.Stopped(refusal.get());
            }
            Optional<String> booked = book(source, Prompt.cost(question));
            if (booked.isEmpty()) {
                return new Result.Stopped(refusal(source, Prompt.cost(question)).orElse("the budget is used up"));
            }
            Answer answer = model.ask(question);
            settle(booked.get(), answer);
            switch (answer) {
                case Answer.Text text -> {
                    return judge(key, text);
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
    private Optional<String> book(Source source, long cost) {
        synchronized (booking) {
            return refusal(source, cost).isPresent()
                    ? Optional.empty()
                    : Optional.of(spending.book(
                            today(), source.show().id(), source.episode().id(), cost));
        }
    }

    private Optional<String> refusal(Source source, long cost) {
        return budget.refusal(
                spending.spent(today(), source.show().id(), source.episode().id()), cost);
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

    private Result judge(String key, Answer.Text text) {
        if (!text.complete()) {
            return new Result.Useless("it was cut off; give fewer and shorter insights");
        }
        Optional<List<Proposal>> proposals = Proposal.read(text.text());
        if (proposals.isEmpty()) {
            return new Result.Useless("it was not the JSON object");
        }
        answers.remember(key, text.text(), clock.instant());
        return new Result.Read(proposals.get());
    }

    private Result stop(Answer.Failed failed) {
        String why = "the model was not heard: " + failed.why();
        Duration time = patience.end(why, failed.pause());
        LOG.warn("{} is left alone for {} s; Highlights reads instead: {}", model.name(), time.toSeconds(), why);
        return new Result.Stopped(why);
    }
}
