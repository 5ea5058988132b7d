package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.message.Phrase;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast topics unmute}: hears something again. */
final class TopicsUnmute implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics unmute",
            "Hear of a muted topic, show, speaker or phrase again",
            List.of(Option.required("what", "What you muted", Kind.TOPIC), MuteText.KIND),
            "/briefcast topics unmute crypto",
            false);

    private final Orders orders;
    private final KnownShows shows;
    private final OrderWords words;
    private final ScheduleDesk desk;

    TopicsUnmute(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.shows = new KnownShows(ports);
        this.words = new OrderWords(ports.shows());
        this.desk = ports.scheduleDesk();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        Mute mute = MuteText.read(request, shows, Optional.empty(), SPEC.example());
        Subscription order = orders.mine(request.asker(), request.place());
        Interests interests = order.interests().withoutMute(mute);
        if (interests.equals(order.interests())) {
            List<Phrase> muted = words.mutes(order.interests());
            throw new InvalidCommand(
                    Phrase.of("The %s %s is not muted.", Phrase.of(OrderWords.kind(mute.kind())), words.value(mute)),
                    muted.isEmpty()
                            ? Phrase.of("Nothing is muted.")
                            : Phrase.of("Muted are: %s.", Phrase.all(muted, "; ")),
                    SPEC.example());
        }
        desk.change(order, stored -> stored.with(stored.interests().withoutMute(mute)));
        return Said.sentence("You hear of %s again.", words.value(mute)).toAsker(request.asker());
    }
}
