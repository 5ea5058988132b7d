package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.message.Action;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Subscription;

/**
 * Ends a brief with one press, for now or for good: a person's own, or a channel's by those who manage it. The button
 * keeps its words, which would no longer be true once it goes on.
 */
final class PauseButton implements Button {
    private final boolean forGood;
    private final Orders orders;
    private final ScheduleDesk desk;

    private PauseButton(boolean forGood, Ports ports) {
        this.forGood = forGood;
        this.orders = new Orders(ports.subscriptions());
        this.desk = ports.scheduleDesk();
    }

    static PauseButton forNow(Ports ports) {
        return new PauseButton(false, ports);
    }

    static PauseButton forGood(Ports ports) {
        return new PauseButton(true, ports);
    }

    @Override
    public String verb() {
        return forGood ? "stop" : "pause";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Subscription order = orders.pressed(press, argument, verb());
        boolean personal = order.audience().kind() == Audience.Kind.PERSON;
        Said said = Said.sentence(sentence(order.active()));
        desk.change(order, stored -> stored.activated(false));
        return said.buttons(Action.press("resume:" + order.id(), "Go on"))
                .note(note(personal))
                .toAsker(press.asker());
    }

    private String note(boolean personal) {
        if (!personal) {
            return "/briefcast schedule goes on.";
        }
        return forGood
                ? "What you follow is kept: /briefcast privacy delete forgets it."
                : "/briefcast resume goes on.";
    }

    private String sentence(boolean active) {
        if (!active) {
            return forGood ? "It is stopped already." : "It is paused already.";
        }
        return forGood ? "Stopped: no more briefs come." : "Paused: no more briefs come.";
    }
}
