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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /briefcast topics follow}: one more topic, show, speaker or phrase, for good or until a day. */
final class TopicsFollow implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics follow",
            "Follow a topic, show, speaker or phrase: your briefs are picked from these",
            List.of(
                    Option.required("topic", "A few words, such as compute strategy, or a name", Kind.TOPIC),
                    MuteText.KIND,
                    Option.optional("until", "The last day: 2w, sunday, 2026-03-20", Kind.TEXT)),
            "/briefcast topics follow compute strategy",
            false);

    private final Orders orders;
    private final MuteText text;
    private final Supplier<Aliases> aliases;
    private final OrderWords words;
    private final ScheduleDesk desk;

    TopicsFollow(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.text = new MuteText(ports, SPEC.example());
        this.aliases = ports.aliases();
        this.words = new OrderWords(ports.shows());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Subscription order = orders.mine(request.asker(), request.place());
        LocalDate today = LocalDate.ofInstant(request.now(), order.time().zone());
        Optional<LocalDate> until = new Given(request, SPEC.example()).until("until", today);
        Follow follow = text.follow(request, until);
        requireRoom(order.interests().on(today).following(follow));
        List<Follow> follows = desk.change(order, stored -> following(stored, follow, today))
                .order()
                .interests()
                .follows();
        return Said.sentence("You follow %s.", words.all(follows))
                .and(
                        follows.size() == 1
                                ? "Your briefs are picked from what fits it."
                                : "Your briefs are picked from what fits any of these.")
                .note("/briefcast topics unfollow %s takes it back.", unfollow(follow))
                .toAsker(request.asker());
    }

    /** What has ended is swept out on the way, and so are other names of the same topic. */
    private Subscription following(Subscription order, Follow follow, LocalDate today) {
        Interests interests = order.interests().on(today);
        for (Follow other : interests.follows()) {
            if (isOne(other, follow)) {
                interests = interests.without(other);
            }
        }
        return order.with(interests.following(follow));
    }

    private boolean isOne(Follow one, Follow other) {
        return one.kind() == Mute.Kind.TOPIC
                && other.kind() == Mute.Kind.TOPIC
                && aliases.get().same(one.value(), other.value());
    }

    private void requireRoom(Interests interests) throws InvalidCommand {
        if (interests.follows().size() > Interests.MOST_FOLLOWS) {
            throw new InvalidCommand(
                    Phrase.of("You follow %d things already.", Interests.MOST_FOLLOWS),
                    Phrase.of("Stop following one first; /briefcast topics list names them."),
                    "/briefcast topics unfollow " + unfollow(interests.follows().getFirst()));
        }
    }

    private String unfollow(Follow follow) {
        return words.name(follow.kind(), follow.value())
                + (follow.kind() == Mute.Kind.TOPIC ? "" : " kind:" + OrderWords.kind(follow.kind()));
    }
}
