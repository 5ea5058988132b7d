package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.util.List;

/** {@code /briefcast topics follow}: one more topic for who asks. */
final class TopicsFollow implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics follow",
            "Follow a topic: your briefs are picked from what you follow",
            List.of(Option.required("topic", "A few words, such as compute strategy", Kind.TOPIC)),
            "/briefcast topics follow compute strategy",
            false);

    private final Orders orders;
    private final ScheduleDesk desk;

    TopicsFollow(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        String topic =
                new Given(request, SPEC.example()).topic(request.option("topic").orElse(""));
        Subscription order = orders.mine(request.asker(), request.place());
        Interests interests = order.interests().following(topic);
        if (interests.topics().size() > Interests.MOST_TOPICS) {
            throw new InvalidCommand(
                    "You follow %d topics already.".formatted(Interests.MOST_TOPICS),
                    "Stop following one first; /briefcast topics list names them.",
                    "/briefcast topics unfollow " + order.interests().topics().getFirst());
        }
        desk.save(order.with(interests));
        return Said.sentence("You follow %s.".formatted(String.join(", ", interests.topics())))
                .and("Your briefs are picked from what fits %s."
                        .formatted(interests.topics().size() == 1 ? "it" : "any of these"))
                .note("/briefcast topics unfollow %s takes it back.".formatted(topic))
                .toAsker();
    }
}
