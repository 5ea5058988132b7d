package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Briefs;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.insight.Insight;
import io.briefcast.message.Phrase;
import io.briefcast.ranking.RankedInsight;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What speaks for an insight, in words and by signal. */
final class WhyButton implements Button {
    private static final double NOTHING = 0.005;

    private final Cards cards;
    private final Orders orders;
    private final Briefs briefs;

    WhyButton(Ports ports) {
        this.cards = new Cards(ports);
        this.orders = new Orders(ports.subscriptions());
        this.briefs = ports.briefs();
    }

    @Override
    public String verb() {
        return "why";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Insight insight = cards.insight(argument, press.asker());
        RankedInsight judged = briefs.judge(orders.here(press.asker(), press.place()), insight, press.now());
        List<String> reasons = judged.reasons(press.asker().locale());
        return Said.under("Why “%s”", insight.headline())
                .and(
                        reasons.isEmpty()
                                ? Phrase.of("Nothing in particular speaks for it; there was nothing better.")
                                : Phrase.of("Because %s.", String.join("; ", reasons)))
                .lines(signals(judged))
                .note(
                        "All signals add up to %.2f; /briefcast topics list shows what was learned from you.",
                        judged.total())
                .toAsker(press.asker());
    }

    private static List<String> signals(RankedInsight judged) {
        return judged.contributions().entrySet().stream()
                .filter(part -> Math.abs(part.getValue()) >= NOTHING)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(part -> "%s %+.2f".formatted(part.getKey(), part.getValue()))
                .collect(Collectors.toList());
    }
}
