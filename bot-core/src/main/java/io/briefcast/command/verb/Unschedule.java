package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscription;
import java.util.List;

/** {@code /briefcast unschedule}: no more posts in a channel. */
final class Unschedule implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast unschedule", "Stop the daily post in this channel", List.of(), "/briefcast unschedule", true);

    private final Orders orders;
    private final ScheduleDesk desk;

    Unschedule(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Schedule.requireChannel(request);
        Subscription order = orders.channel(request.asker(), request.place());
        if (!order.active()) {
            return Said.sentence("Nothing is scheduled in this channel.").toAsker(request.asker());
        }
        desk.change(order, stored -> stored.activated(false));
        return Said.sentence("%s gets no more posts.", request.place().name())
                .note("/briefcast schedule goes on as before.")
                .toAsker(request.asker());
    }
}
