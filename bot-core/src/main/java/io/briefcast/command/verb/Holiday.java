package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.message.Phrase;
import io.briefcast.subscription.Subscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast holiday}: quiet until a day, then as before. */
final class Holiday implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast holiday",
            "No daily brief until after a day",
            List.of(Option.required("until", "The last quiet day: 2w, sunday, 2026-03-20; off ends it", Kind.TEXT)),
            "/briefcast holiday 2w",
            false);

    private final Orders orders;
    private final ScheduleDesk desk;

    Holiday(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Subscription order = orders.stored(request.asker())
                .filter(Subscription::active)
                .orElseThrow(() -> new InvalidCommand(
                        "You get no daily brief, so there is nothing to keep quiet.",
                        "Subscribe first.",
                        "/briefcast subscribe at:8:00"));
        boolean over = request.option("until").filter("off"::equalsIgnoreCase).isPresent();
        LocalDate today = LocalDate.ofInstant(request.now(), order.time().zone());
        Optional<LocalDate> until = over ? Optional.empty() : new Given(request, SPEC.example()).until("until", today);
        ScheduleDesk.Changed changed = desk.change(order, stored -> stored.away(until));
        return Said.sentence(until.map(day -> Phrase.of("No briefs until and including %s.", day))
                        .orElse(Phrase.of("The holiday is over.")))
                .and(OrderWords.next(changed.next(), changed.order().time().zone()))
                .toAsker(request.asker());
    }
}
