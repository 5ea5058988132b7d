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
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /briefcast topics unmute}: hears something again. */
final class TopicsUnmute implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics unmute",
            "Hear of a muted topic, show, speaker or phrase again",
            List.of(Option.required("what", "What you muted", Kind.TOPIC), MuteText.KIND),
            "/briefcast topics unmute crypto",
            false);

    private final Orders orders;
    private final MuteText text;
    private final Supplier<Aliases> aliases;
    private final OrderWords words;
    private final ScheduleDesk desk;

    TopicsUnmute(Ports ports) {
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
        Mute mute = text.mute(request, Optional.empty());
        Subscription order = orders.mine(request.asker(), request.place());
        Interests interests = without(order.interests(), mute);
        if (interests.equals(order.interests())) {
            List<Phrase> muted = words.mutes(order.interests());
            throw new InvalidCommand(
                    Phrase.of("The %s %s is not muted.", Phrase.of(OrderWords.kind(mute.kind())), words.value(mute)),
                    muted.isEmpty()
                            ? Phrase.of("Nothing is muted.")
                            : Phrase.of("Muted are: %s.", Phrase.all(muted, "; ")),
                    SPEC.example());
        }
        desk.change(order, stored -> stored.with(without(stored.interests(), mute)));
        return Said.sentence("You hear of %s again.", words.value(mute)).toAsker(request.asker());
    }

    /** By whichever of its names a topic was muted. */
    private Interests without(Interests interests, Mute mute) {
        Interests left = interests.withoutMute(mute);
        for (Mute other : left.mutes()) {
            boolean topics = mute.kind() == Mute.Kind.TOPIC && other.kind() == Mute.Kind.TOPIC;
            if (topics && aliases.get().same(mute.value(), other.value())) {
                left = left.withoutMute(other);
            }
        }
        return left;
    }
}
