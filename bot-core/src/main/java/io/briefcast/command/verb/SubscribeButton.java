package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.message.Action;
import io.briefcast.subscription.Subscription;
import java.util.Optional;

/** The brief of a channel by direct message, too, with one press: with what one followed before, else as the channel has it. */
final class SubscribeButton implements Button {
    private final Orders orders;
    private final OrderWords words;
    private final ScheduleDesk desk;

    SubscribeButton(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.words = new OrderWords(ports.shows());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public String verb() {
        return "subscribe";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Subscription mine = orders.mine(press.asker(), press.place());
        Optional<Subscription> model =
                orders.stored(press.asker()).isPresent() ? Optional.empty() : orders.neighbour(press.asker(), argument);
        Subscription begun = model.map(order -> mine.with(order.time()).with(order.interests()))
                .orElse(mine);
        ScheduleDesk.Changed changed = desk.change(begun, stored -> stored.activated(true));
        return Said.sentence(
                        mine.active() ? "You get it already: a direct message %s." : "You get a direct message %s.",
                        words.of(changed.order()))
                .and(OrderWords.next(changed.next(), changed.order().time().zone()))
                .buttons(Action.press("pause:" + mine.id(), "Pause"))
                .note("/briefcast subscribe changes hour, days, topics and shows; /briefcast unsubscribe stops it.")
                .toAsker(press.asker());
    }
}
