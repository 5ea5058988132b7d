package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscription;
import java.util.List;

/** {@code /briefcast topics unfollow}: one topic less for who asks. */
final class TopicsUnfollow implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics unfollow",
            "Stop following a topic",
            List.of(Option.required("topic", "A topic that you follow", Kind.TOPIC)),
            "/briefcast topics unfollow compute strategy",
            false);

    private final Orders orders;
    private final ScheduleDesk desk;

    TopicsUnfollow(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        String topic = request.option("topic").orElse("");
        Subscription order = orders.mine(request.asker(), request.place());
        List<String> before = order.interests().topics();
        List<String> after = order.interests().without(topic).topics();
        if (after.size() == before.size()) {
            throw new InvalidCommand(
                    "You do not follow '%s'.".formatted(InvalidCommand.echo(topic)),
                    before.isEmpty()
                            ? "You follow no topic, so your briefs are about everything."
                            : "You follow " + String.join(", ", before) + ".",
                    SPEC.example());
        }
        desk.save(order.with(order.interests().withTopics(after)));
        return Said.sentence("You no longer follow %s.".formatted(InvalidCommand.echo(topic)))
                .and(
                        after.isEmpty()
                                ? "Your briefs are about everything."
                                : "You follow " + String.join(", ", after) + ".")
                .toAsker();
    }
}
