package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.language.Aliases;
import io.briefcast.message.Phrase;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /briefcast topics unfollow}: one topic, show, speaker or phrase less for who asks. */
final class TopicsUnfollow implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics unfollow",
            "Stop following a topic, show, speaker or phrase",
            List.of(
                    Option.required("topic", "What you follow", Kind.TOPIC),
                    Option.choice("kind", "What it is, where two have the same name", MuteText.KIND.choices())),
            "/briefcast topics unfollow compute strategy",
            false);

    private final Orders orders;
    private final OrderWords words;
    private final Supplier<Aliases> aliases;
    private final ScheduleDesk desk;

    TopicsUnfollow(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.words = new OrderWords(ports.shows());
        this.aliases = ports.aliases();
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        String named = request.option("topic").orElse("").replaceAll("\\s+", " ");
        Subscription order = orders.mine(request.asker(), request.place());
        List<Follow> meant = order.interests().follows().stream()
                .filter(follow -> isMeant(follow, named, request.option("kind")))
                .toList();
        if (meant.isEmpty()) {
            throw new InvalidCommand(
                    Phrase.of("You do not follow '%s'.", InvalidCommand.echo(named)),
                    followed(order.interests()),
                    SPEC.example());
        }
        Interests left =
                desk.change(order, stored -> without(stored, meant)).order().interests();
        return Said.sentence("You no longer follow %s.", InvalidCommand.echo(named))
                .and(left.follows().isEmpty() ? Phrase.of("Your briefs are about everything.") : followed(left))
                .toAsker(request.asker());
    }

    private boolean isMeant(Follow follow, String named, Optional<String> kind) {
        boolean same = follow.kind() == Mute.Kind.TOPIC
                ? aliases.get().same(follow.value(), named)
                : words.name(follow.kind(), follow.value()).equalsIgnoreCase(named);
        return same
                && kind.filter(only -> !only.equals(OrderWords.kind(follow.kind())))
                        .isEmpty();
    }

    private static Subscription without(Subscription order, List<Follow> meant) {
        Interests interests = order.interests();
        for (Follow follow : meant) {
            interests = interests.without(follow);
        }
        return order.with(interests);
    }

    private Phrase followed(Interests interests) {
        return interests.follows().isEmpty()
                ? Phrase.of("You follow nothing in particular, so your briefs are about everything.")
                : Phrase.of("You follow %s.", words.all(interests.follows()));
    }
}
