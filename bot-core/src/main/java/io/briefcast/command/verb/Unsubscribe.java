package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscription;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast unsubscribe} and {@code /briefcast pause}: no more direct messages, wishes kept. */
final class Unsubscribe implements Command {
    private final CommandSpec spec;
    private final Orders orders;
    private final ScheduleDesk desk;

    private Unsubscribe(CommandSpec spec, Ports ports) {
        this.spec = spec;
        this.orders = new Orders(ports.subscriptions());
        this.desk = ports.scheduleDesk();
    }

    static Unsubscribe forGood(Ports ports) {
        return new Unsubscribe(
                new CommandSpec(
                        "briefcast unsubscribe",
                        "Stop your daily brief by direct message",
                        List.of(),
                        "/briefcast unsubscribe",
                        false),
                ports);
    }

    static Unsubscribe forNow(Ports ports) {
        return new Unsubscribe(
                new CommandSpec(
                        "briefcast pause",
                        "Pause your daily brief until you resume it",
                        List.of(),
                        "/briefcast pause",
                        false),
                ports);
    }

    @Override
    public CommandSpec spec() {
        return spec;
    }

    @Override
    public Answer answer(CommandRequest request) {
        Optional<Subscription> order = orders.stored(request.asker()).filter(Subscription::active);
        if (order.isEmpty()) {
            return Said.sentence("You get no daily brief, so there is nothing to stop.")
                    .note("/briefcast subscribe at:8:00 starts one.")
                    .toAsker(request.asker());
        }
        desk.change(order.get(), stored -> stored.activated(false));
        return Said.sentence("You get no more daily briefs by direct message.")
                .note("What you follow is kept: /briefcast resume goes on, /briefcast privacy delete forgets it.")
                .toAsker(request.asker());
    }
}
