package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscription;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast resume}: goes on after a pause, and ends a holiday. */
final class Resume implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast resume",
            "Go on with your daily brief after a pause or holiday",
            List.of(),
            "/briefcast resume",
            false);

    private final Orders orders;
    private final OrderWords words;
    private final ScheduleDesk desk;

    Resume(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.words = new OrderWords(ports.shows());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public void check(CommandRequest request) throws InvalidCommand {
        stored(request);
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        ScheduleDesk.Changed changed = desk.change(
                stored(request),
                order -> order.activated(true)
                        .away(Optional.empty())
                        .in(request.asker().locale()));
        Subscription order = changed.order();
        return Said.sentence("You get a direct message %s.", words.of(order))
                .and(OrderWords.next(changed.next(), order.time().zone()))
                .toAsker(request.asker());
    }

    private Subscription stored(CommandRequest request) throws InvalidCommand {
        return orders.stored(request.asker())
                .orElseThrow(() -> new InvalidCommand(
                        "You never had a daily brief.",
                        "Subscribe to get one by direct message.",
                        "/briefcast subscribe at:8:00"));
    }
}
