package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscription;
import java.util.Optional;

/** Goes on after a pause, a stop or a holiday with one press. */
final class ResumeButton implements Button {
    private final Orders orders;
    private final OrderWords words;
    private final ScheduleDesk desk;

    ResumeButton(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.words = new OrderWords(ports.shows());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public String verb() {
        return "resume";
    }

    @Override
    public void check(Press press, String argument) throws InvalidCommand {
        orders.pressed(press, argument, "resume");
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Subscription order = orders.pressed(press, argument, "resume");
        ScheduleDesk.Changed changed =
                desk.change(order, stored -> stored.activated(true).away(Optional.empty()));
        return Answer.replacing(Said.sentence("It goes on: a brief %s.", words.of(changed.order()))
                .and(OrderWords.next(changed.next(), changed.order().time().zone()))
                .message(press.asker()));
    }
}
