package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Place;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscription;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code /briefcast schedule}: a daily post for a whole channel. */
final class Schedule implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast schedule",
            "Post a daily brief in this channel, or change when and what",
            TimeOptions.ALL,
            "/briefcast schedule at:9:00 zone:Europe/Berlin days:weekdays topics:\"compute strategy\"",
            true);

    private final Orders orders;
    private final TimeOptions options;
    private final OrderWords words;
    private final ScheduleDesk desk;

    Schedule(Ports ports) {
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
        requireChannel(request);
        options.change(request, SPEC.example());
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        requireChannel(request);
        Subscription before = orders.channel(request.asker(), request.place());
        UnaryOperator<Subscription> change = options.change(request, SPEC.example());
        ScheduleDesk.Changed changed = desk.change(
                before,
                order -> change.apply(order)
                        .activated(true)
                        .ownedBy(request.asker().id())
                        .in(request.place().language().orElse(before.language())));
        Subscription order = changed.order();
        return Said.sentence("%s gets a post %s.", request.place().name(), words.of(order))
                .and(OrderWords.next(changed.next(), order.time().zone()))
                .note("/briefcast unschedule stops it.")
                .toAsker(request.asker());
    }

    @Override
    public Map<String, List<String>> current(Asker asker, Place place) {
        return place.direct() ? Map.of() : options.current(orders.channel(asker, place));
    }

    static void requireChannel(CommandRequest request) throws InvalidCommand {
        if (request.place().direct()) {
            throw new InvalidCommand(
                    "This is a direct message; channel posts are set up in their channel.",
                    "For yourself, subscribe.",
                    "/briefcast subscribe at:8:00");
        }
    }
}
