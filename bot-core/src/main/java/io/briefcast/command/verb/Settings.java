package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.delivery.Deliveries;
import io.briefcast.message.Action;
import io.briefcast.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast settings}: what a person gets and when, with buttons to change it. */
final class Settings implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast settings",
            "Your daily brief: what comes and when, with buttons to change it",
            List.of(),
            "/briefcast settings",
            false);

    private final Orders orders;
    private final OrderWords words;
    private final Deliveries deliveries;

    Settings(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.words = new OrderWords(ports.shows());
        this.deliveries = ports.deliveries();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        return orders.stored(request.asker())
                .map(order -> order.active() ? running(order, request.now()) : paused(order))
                .orElseGet(Settings::none)
                .toAsker(request.asker());
    }

    private static Said none() {
        return Said.sentence("You get no daily brief yet.")
                .buttons(Action.press("subscribe:", "Get one"))
                .note("/briefcast subscribe at:8:00 takes any hour.");
    }

    private Said paused(Subscription order) {
        return Said.sentence("Your daily brief is paused. When it goes on, it comes %s.", words.of(order))
                .buttons(goOn(order));
    }

    private Said running(Subscription order, Instant now) {
        Said said = Said.sentence("You get a direct message %s.", words.of(order));
        Optional<LocalDate> away = order.awayUntil()
                .filter(last ->
                        order.isAway(LocalDate.ofInstant(now, order.time().zone())));
        away.ifPresent(last -> said.and("No briefs until and including %s.", last));
        said.and(OrderWords.next(order.next(now, last(order)), order.time().zone()));
        return away.isPresent()
                ? said.buttons(goOn(order), stop(order))
                : said.buttons(
                        Action.press("pause:" + order.id(), "Pause"),
                        Action.press("holiday:" + order.id(), "Quiet for a week"),
                        stop(order));
    }

    private Optional<LocalDate> last(Subscription order) {
        return deliveries.last(order.id()).map(delivery -> delivery.key().day());
    }

    private static Action goOn(Subscription order) {
        return Action.press("resume:" + order.id(), "Go on");
    }

    private static Action stop(Subscription order) {
        return Action.press("stop:" + order.id(), "Stop");
    }
}
