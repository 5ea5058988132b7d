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
            List<String> muted = words.mutes(order.interests());
            throw new InvalidCommand(
                    "The %s %s is not muted."
                            .formatted(mute.kind().name().toLowerCase(java.util.Locale.ROOT), words.value(mute)),
                    muted.isEmpty() ? "Nothing is." : "Muted are: " + String.join("; ", muted) + ".",
                    SPEC.example());
        }
        desk.change(order, stored -> stored.with(stored.interests().withoutMute(mute)));
        return Said.sentence("You hear of %s again.".formatted(words.value(mute)))
                .toAsker();
    }
}
