package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.message.Action;
import io.briefcast.subscription.Subscription;
import java.time.LocalDate;
import java.util.Optional;

/** A week without briefs with one press, then as before. */
final class HolidayButton implements Button {
    private final Orders orders;
    private final ScheduleDesk desk;

    HolidayButton(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public String verb() {
        return "holiday";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Subscription order = orders.pressed(press, argument, "keep quiet");
        Action goOn = Action.press("resume:" + order.id(), "Go on");
        if (!order.active()) {
            return Said.sentence("It is paused, so no briefs come anyway.")
                    .buttons(goOn)
                    .toAsker(press.asker());
        }
        LocalDate last = LocalDate.ofInstant(press.now(), order.time().zone()).plusWeeks(1);
        ScheduleDesk.Changed changed = desk.change(order, stored -> stored.away(Optional.of(last)));
        return Said.sentence("No briefs until and including %s.", last)
                .and(OrderWords.next(changed.next(), order.time().zone()))
                .buttons(goOn)
                .note("/briefcast holiday takes any other day.")
                .toAsker(press.asker());
    }
}
