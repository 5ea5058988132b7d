package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Place;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.message.Action;
import io.briefcast.subscription.Subscription;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code /briefcast subscribe}: a daily brief by direct message. */
final class Subscribe implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast subscribe",
            "Get your own daily brief by direct message, or change when and what",
            TimeOptions.ALL,
            "/briefcast subscribe at:8:00 zone:Europe/Berlin days:weekdays",
            false);

    private final Orders orders;
    private final TimeOptions options;
    private final OrderWords words;
    private final ScheduleDesk desk;

    Subscribe(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.options = new TimeOptions(ports);
        this.words = new OrderWords(ports.shows());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public void check(CommandRequest request) throws InvalidCommand {
        options.change(request, SPEC.example());
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Subscription before = orders.mine(request.asker(), request.place());
        UnaryOperator<Subscription> change = options.change(request, SPEC.example());
        ScheduleDesk.Changed changed = desk.change(
                before,
                order -> change.apply(order).activated(true).in(request.asker().locale()));
        Subscription order = changed.order();
        return Said.sentence("You get a direct message %s.", words.of(order))
                .and(OrderWords.next(changed.next(), order.time().zone()))
                .buttons(Action.press("pause:" + order.id(), "Pause"))
                .note("/briefcast unsubscribe stops it, /briefcast holiday 2w keeps it quiet for a while.")
                .toAsker(request.asker());
    }

    @Override
    public Map<String, List<String>> current(Asker asker, Place place) {
        return options.current(orders.mine(asker, place));
    }
}
