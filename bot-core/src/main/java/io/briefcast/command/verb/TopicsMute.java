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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code /briefcast topics mute}: no more of a topic, show, speaker or phrase, for good or until a day. */
final class TopicsMute implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics mute",
            "Hear no more of a topic, show, speaker or phrase",
            List.of(
                    Option.required("what", "The topic, show, speaker or phrase", Kind.TOPIC),
                    MuteText.KIND,
                    Option.optional("until", "The last quiet day: 2w, sunday, 2026-03-20", Kind.TEXT)),
            "/briefcast topics mute crypto until:2w",
            false);

    private final Orders orders;
    private final MuteText text;
    private final OrderWords words;
    private final ScheduleDesk desk;

    TopicsMute(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.text = new MuteText(ports, SPEC.example());
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
        Mute mute = text.mute(request, until);
        if (order.interests().on(today).muting(mute).mutes().size() > Interests.MOST_MUTES) {
            throw new InvalidCommand(
                    Phrase.of("You mute %d things already.", Interests.MOST_MUTES),
                    Phrase.of("Take one back first; /briefcast topics list names them."),
                    "/briefcast topics unmute crypto");
        }
        desk.change(order, stored -> stored.with(stored.interests().on(today).muting(mute)));
        Phrase kind = Phrase.of(OrderWords.kind(mute.kind()));
        return Said.sentence(until.map(day ->
                                Phrase.of("Muted the %s %s until and including %s.", kind, words.value(mute), day))
                        .orElseGet(() -> Phrase.of("Muted the %s %s.", kind, words.value(mute))))
                .note(
                        "/briefcast topics unmute %s%s takes it back.",
                        words.value(mute),
                        request.option("kind").map(given -> " kind:" + given).orElse(""))
                .toAsker(request.asker());
    }
}
