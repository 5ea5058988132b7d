package io.briefcast.adapter.discord;

import io.briefcast.command.Answer;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Completion;
import io.briefcast.command.Place;
import io.briefcast.command.Press;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes commands, presses and forms from Discord to the core, and its answers back. Everything is acknowledged first. */
final class DiscordCommands extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordCommands.class);
    /** The command that takes the words of a message. */
    private static final String RELATED_COMMAND = "insights";

    /** The command after which posts come to a channel. */
    private static final String CHANNEL_COMMAND = "briefcast schedule";

    /** Commands after which direct messages come. */
    private static final Set<String> DIRECT_COMMANDS = Set.of("briefcast subscribe", "briefcast resume");

    /** Of the three seconds that Discord gives. */
    private static final Duration FORM_WAITS = Duration.ofMillis(1_500);

    private static final int MAX_QUERY = 200;
    private static final int MAX_CHOICES = 25;
    private static final int MAX_CHOICE = 100;

    private final CommandCatalogue catalogue;
    private final CommandRouter router;
    private final Completion completion;
    private final DiscordPeople people;
    private final DiscordDirect direct;
    private final DiscordMentions mentions;
    private final InstantSource clock;

    DiscordCommands(
            CommandCatalogue catalogue,
            CommandRouter router,
            Completion completion,
            DiscordPeople people,
            DiscordDirect direct,
            DiscordMentions mentions,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.router = router;
        this.completion = completion;
        this.people = people;
        this.direct = direct;
        this.mentions = mentions;
        this.clock = clock;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        String path = event.getFullCommandName();
        if (event.getOptions().isEmpty() && opens(path)) {
            open(event, path);
            return;
        }
        Map<String, String> options = event.getOptions().stream()
                .collect(Collectors.toMap(OptionMapping::getName, OptionMapping::getAsString));
        answer(event, path, options);
    }

    /** Who would fill a form in for nothing is told so before. */
    private void open(SlashCommandInteractionEvent event, String path) {
        Optional<Answer> hindrance = hindrance(event, path);
        if (hindrance.isPresent()) {
            announce(event, hindrance::get);
            return;
        }
        io.briefcast.command.Command command = catalogue.find(path).orElseThrow();
        Map<String, List<String>> current = command.current(people.asker(event), people.place(event));
        event.replyModal(DiscordForm.of(
                        command.spec(), current, event.getUserLocale().toLocale()))
                .queue();
    }

    /** What would be refused, whatever is filled in. */
    private Optional<Answer> hindrance(SlashCommandInteractionEvent event, String path) {
        Optional<Message> missing = path.equals(CHANNEL_COMMAND) ? DiscordRights.missing(event) : Optional.empty();
        return missing.map(Answer::toAsker)
                .or(() -> router.refusal(request(event, people.place(event), path, Map.of())))
                .or(() -> DIRECT_COMMANDS.contains(path) ? unreachable(event) : Optional.empty());
    }

    /**
     * A form has to be there within three seconds: where a direct message takes its time, it is tried again when the form
     * comes back.
     */
    private Optional<Answer> unreachable(SlashCommandInteractionEvent event) {
        FutureTask<Optional<Answer>> tried = new FutureTask<>(() -> tried(event));
        Thread.ofVirtual().start(tried);
        try {
            return tried.get(FORM_WAITS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.error("A direct message could not be tried", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Answer> tried(SlashCommandInteractionEvent event) {
        try {
            direct.reach(people.asker(event), clock.instant());
            return Optional.empty();
        } catch (DeliveryException e) {
            return Optional.of(unreached(event, e));
        }
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        answer(event, DiscordForm.path(event.getModalId()), DiscordForm.filled(event.getValues()));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        Optional<String> option = catalogue
                .find(RELATED_COMMAND)
                .flatMap(command -> command.spec().options().stream().findFirst())
                .map(CommandSpec.Option::name);
        String words = DiscordText.plain(words(event.getTarget()), MAX_QUERY);
        if (option.isEmpty() || words.isEmpty()) {
            announce(
                    event,
                    () -> Answer.toAsker(
                            DiscordReplies.text("unread", event.getUserLocale().toLocale())));
            return;
        }
        answer(event, RELATED_COMMAND, Map.of(option.get(), words));
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        event.replyChoices(choices(event)).queue();
    }

    /** Whoever types is offered nothing rather than an error. */
    private List<Command.Choice> choices(CommandAutoCompleteInteractionEvent event) {
        try {
            return completed(event);
        } catch (RuntimeException e) {
            LOG.error("Completing what is typed in Discord failed", e);
            return List.of();
        }
    }

    private List<Command.Choice> completed(CommandAutoCompleteInteractionEvent event) {
        return completion
                .values(
                        event.getFullCommandName(),
                        event.getFocusedOption().getName(),
                        event.getFocusedOption().getValue(),
                        people.asker(event),
                        MAX_CHOICES)
                .stream()
                .filter(value -> value.length() <= MAX_CHOICE
                        && !DiscordText.plain(value, MAX_CHOICE).isEmpty())
                .distinct()
                .limit(MAX_CHOICES)
                .map(value -> new Command.Choice(DiscordText.plain(value, MAX_CHOICE), value))
                .toList();
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        pressed(event, DiscordMark.actionId(event.getComponentId()));
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        String id = DiscordMark.actionId(event.getComponentId());
        String picked = event.getValues().getFirst();
        pressed(event, id.equals(DiscordRenderer.PICK) ? picked : id + ":" + picked);
    }

    private boolean opens(String path) {
        return DiscordForm.PATHS.contains(path)
                && catalogue
                        .find(path)
                        .filter(command -> !command.spec().options().isEmpty())
                        .isPresent();
    }

    private void answer(IReplyCallback event, String path, Map<String, String> options) {
        announce(event, () -> checked(event, path, options));
    }

    /** What cannot work later is said now: a channel that the bot may not write in, a person who takes no messages. */
    private Answer checked(Interaction event, String path, Map<String, String> options) {
        Optional<Message> missing = path.equals(CHANNEL_COMMAND) ? DiscordRights.missing(event) : Optional.empty();
        if (missing.isPresent()) {
            return Answer.toAsker(missing.get());
        }
        return DIRECT_COMMANDS.contains(path)
                ? counting(event, () -> reached(event, path, options))
                : router.answer(request(event, people.place(event), path, options));
    }

    private interface Reaching {
        Answer reached() throws DeliveryException;
    }

    /** Whoever counts on direct messages is told when none gets through. */
    private static Answer counting(Interaction event, Reaching reaching) {
        try {
            return reaching.reached();
        } catch (DeliveryException e) {
            return unreached(event, e);
        }
    }

    private static Answer unreached(Interaction event, DeliveryException why) {
        LOG.info("A direct message was not taken: {}", why.getMessage());
        String words = why.remedy() == Remedy.DISABLE ? "closed" : "unreached";
        return Answer.toAsker(DiscordReplies.text(words, event.getUserLocale().toLocale()));
    }

    /** What is refused anyway is refused before anybody gets a direct message. */
    private Answer reached(Interaction event, String path, Map<String, String> options) throws DeliveryException {
        CommandRequest asked = request(event, people.place(event), path, options);
        Optional<Answer> refusal = router.refusal(asked);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Place conversation = DiscordPeople.conversation(direct.reach(asked.asker(), clock.instant()));
        return router.answer(request(event, conversation, path, options));
    }

    private CommandRequest request(Interaction event, Place place, String path, Map<String, String> options) {
        return new CommandRequest(people.asker(event), place, path, options, clock.instant());
    }

    /** The same for a press after which direct messages come. */
    private Answer checked(GenericComponentInteractionCreateEvent event, String actionId) {
        Press pressed = press(event, people.place(event), actionId);
        return direct.comesAfter(actionId) ? counting(event, () -> reached(event, pressed)) : router.press(pressed);
    }

    private Answer reached(GenericComponentInteractionCreateEvent event, Press pressed) throws DeliveryException {
        Optional<Answer> refusal = router.refusal(pressed);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Place conversation = DiscordPeople.conversation(direct.reach(pressed.asker(), clock.instant()));
        return router.press(press(event, conversation, pressed.actionId()));
    }

    private Press press(GenericComponentInteractionCreateEvent event, Place place, String actionId) {
        return new Press(people.asker(event), place, actionId, event.getMessageId(), clock.instant());
    }

    private interface Asking {
        Answer answer();
    }

    private void announce(IReplyCallback event, Asking asking) {
        CompletableFuture<InteractionHook> acknowledgement =
                event.deferReply(true).submit();
        Answer answer = answered(event, asking);
        DiscordReplies.taken(event, acknowledgement)
                .ifPresent(hook -> DiscordReplies.command(
                        hook, answer, event.getUserLocale().toLocale(), mentions));
    }

    private void pressed(GenericComponentInteractionCreateEvent event, String actionId) {
        CompletableFuture<InteractionHook> acknowledgement = event.deferEdit().submit();
        Answer answer = answered(event, () -> checked(event, actionId));
        DiscordReplies.taken(event, acknowledgement).ifPresent(hook -> press(event, hook, answer));
    }

    private void press(GenericComponentInteractionCreateEvent event, InteractionHook hook, Answer answer) {
        DiscordReplies.press(hook, answer, DiscordMark.in(event.getComponentId()), mentions);
        if (answer.reach() != Answer.Reach.REPLACE && seenByAskerAlone(event)) {
            DiscordReplies.relabel(hook, event.getMessage().getComponentTree(), answer.labels());
        }
    }

    /** In a channel a choice is nobody else's business. */
    private static boolean seenByAskerAlone(GenericComponentInteractionCreateEvent event) {
        return event.getMessage().isEphemeral() || event.getContext() == InteractionContextType.BOT_DM;
    }

    private static Answer answered(Interaction event, Asking asking) {
        try {
            return asking.answer();
        } catch (RuntimeException e) {
            LOG.error("A request from Discord failed", e);
            return Answer.toAsker(
                    DiscordReplies.text("failed", event.getUserLocale().toLocale()));
        }
    }

    /** The words of a message, be it anybody's or one of our own. */
    private static String words(net.dv8tion.jda.api.entities.Message message) {
        String shown = message.getComponentTree().findAll(TextDisplay.class).stream()
                .map(TextDisplay::getContent)
                .collect(Collectors.joining(" "));
        return message.getContentDisplay() + " " + shown;
    }
}
