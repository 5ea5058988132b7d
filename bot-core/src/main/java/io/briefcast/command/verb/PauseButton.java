package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;

/** Pauses a brief with one press: a person's own, or a channel's by those who manage it. */
final class PauseButton implements Button {
    private final Subscriptions subscriptions;
    private final ScheduleDesk desk;

    PauseButton(Ports ports) {
        this.subscriptions = ports.subscriptions();
        this.desk = ports.scheduleDesk();
    }

    @Override
    public String verb() {
        return "pause";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Subscription order = subscriptions
                .find(argument)
                .filter(found -> may(press, found))
                .orElseThrow(() -> new InvalidCommand(
                        "That brief is not yours to pause.",
                        "Everybody can pause their own, and managers of a channel its posts.",
                        "/briefcast pause"));
        if (!order.active()) {
            return Said.sentence("It is paused already.").toAsker();
        }
        desk.change(order, stored -> stored.activated(false));
        boolean personal = order.audience().kind() == Audience.Kind.PERSON;
        return Said.sentence("Paused: no more briefs come.")
                .note("/briefcast %s goes on.".formatted(personal ? "resume" : "schedule"))
                .toAsker();
    }

    private static boolean may(Press press, Subscription order) {
        return switch (order.audience().kind()) {
            case PERSON -> order.audience().id().equals(press.asker().id());
            case CHANNEL ->
                press.asker().admin()
                        && order.audience().address().equals(press.place().address());
        };
    }
}
