package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Briefs;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.message.Message;
import io.briefcast.subscription.Subscription;
import java.time.LocalDate;
import java.util.List;

/** {@code /brief}: today's five for this channel or person. */
final class BriefOfTheDay implements Command {
    private static final int DAYS_BACK = 30;
    private static final CommandSpec SPEC = new CommandSpec(
            "brief",
            "Today's top insights for this channel, or for you",
            List.of(Option.optional("day", "Another day: yesterday, friday, 2026-03-09", Kind.DAY)),
            "/brief yesterday",
            false);

    private final Orders orders;
    private final Briefs briefs;
    private final Sharing sharing;

    BriefOfTheDay(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.briefs = ports.briefs();
        this.sharing = new Sharing(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Subscription order = orders.here(request.asker(), request.place());
        LocalDate today = LocalDate.ofInstant(request.now(), order.time().zone());
        LocalDate day =
                new Given(request, SPEC.example()).past("day", today, DAYS_BACK).orElse(today);
        Message message = briefs.brief(order.in(request.asker().locale()), day, request.now());
        return Answer.toAsker(sharing.offer(message, request));
    }
}
