package io.briefcast.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import io.briefcast.adapter.slack.SlackForm.Filled;
import io.briefcast.adapter.slack.SlackViews.Shown;
import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import io.briefcast.command.Press;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that Slack shows over a conversation: forms, answers that belong to no channel, and the home tab. */
final class SlackForms {
    private static final Pattern ANY = Pattern.compile(".+", Pattern.DOTALL);
    /** The core completes up to 25 values. */
    private static final int MAX_VALUES = 25;

    /** Half of the time that Slack waits for an acknowledgement. */
    private static final Duration IN_TIME = Duration.ofMillis(1_500);

    private static final Executor AFTER_THE_ACKNOWLEDGEMENT =
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private static final Message FAILED = said(SlackReplies.FAILED);
    private static final Message BUSY = said(SlackReplies.BUSY);

    private final CommandCatalogue catalogue;
    private final CommandRouter router;
    private final Completion completion;
    private final SlackPeople people;
    private final SlackViews views;
    private final SlackHome home;
    private final SlackWork work;
    private final InstantSource clock;

    SlackForms(
            CommandCatalogue catalogue,
            CommandRouter router,
            Completion completion,
            SlackPeople people,
            SlackViews views,
            SlackWork work,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.router = router;
        this.completion = completion;
        this.people = people;
        this.views = views;
        this.home = new SlackHome(catalogue, router);
        this.work = work;
        this.clock = clock;
    }

    /** Makes the app hand forms, searches, the shortcut and the home tab to us. */
    void register(App app) {
        app.viewSubmission(
                SlackForm.FORM, (request, context) -> acknowledged(submitted(request.getPayload()), context));
        app.blockSuggestion(ANY, (request, context) -> context.ack(values(request.getPayload())));
        app.globalShortcut(SlackShortcuts.BRIEF_ME, (request, context) -> {
            briefMe(request.getPayload());
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (request, context) -> {
            AppHomeOpenedEvent event = request.getEvent();
            if ("home".equals(event.getTab())) {
                showHome(new SlackOrigin(request.getTeamId(), event.getUser(), "", "", ""));
            }
            return context.ack();
        });
    }

    /**
     * Opens the form of a command; false when there is too much to do.
     *
     * @param notOpened what to do when Slack does not open it
     */
    boolean open(SlackOrigin origin, String path, String trigger, Runnable notOpened) {
        return work.start(
                () -> waiting(origin, trigger).ifPresentOrElse(shown -> showForm(origin, path, shown), notOpened),
                notOpened);
    }

    /** The trigger expires after three seconds, and to learn who asks may take longer: first of all a view is opened. */
    private Optional<Shown> waiting(SlackOrigin origin, String trigger) {
        return views.open(origin.team(), trigger, SlackViews.waiting());
    }

    private void showForm(SlackOrigin origin, String path, Shown shown) {
        try {
            Asker asker = people.asker(origin);
            Optional<Answer> refused = router.refusalBeforehand(asker, origin.place(), path, clock.instant());
            if (refused.isPresent()) {
                views.show(origin, shown, refused.get().message());
            } else if (views.update(origin.team(), shown, form(asker, origin, path))
                    .isEmpty()) {
                views.show(origin, shown, FAILED);
            }
        } catch (RuntimeException e) {
            views.show(origin, shown, FAILED);
            throw e;
        }
    }

    private View form(Asker asker, SlackOrigin origin, String path) {
        Command command = catalogue.find(path).orElseThrow();
        return SlackForm.of(command.spec(), origin, command.current(asker, origin.place()), asker.zone());
    }

    /** Answers a press that belongs to no message, as on the home tab. */
    void pressed(SlackOrigin origin, String actionId, String trigger) {
        if (!started(origin, actionId, trigger)) {
            sayBusy(origin, trigger);
        }
    }

    private boolean started(SlackOrigin origin, String actionId, String trigger) {
        if (actionId.startsWith(SlackHome.OPEN)) {
            return open(origin, actionId.substring(SlackHome.OPEN.length()), trigger, () -> {});
        }
        if (SlackHome.changes(actionId)) {
            return changed(origin, actionId);
        }
        return over(
                origin,
                trigger,
                asker -> router.press(new Press(asker, origin.place(), actionId, "", clock.instant())));
    }

    /** Does what a press on the home tab asks for, and says there what came of it. */
    private boolean changed(SlackOrigin origin, String actionId) {
        return work.start(
                () -> {
                    Asker asker = people.asker(origin);
                    Message said = router.press(new Press(asker, origin.place(), actionId, "", clock.instant()))
                            .message();
                    publishHome(asker, origin, Optional.of(said));
                },
                () -> publishHome(people.asker(origin), origin, Optional.of(FAILED)));
    }

    private void sayBusy(SlackOrigin origin, String trigger) {
        work.excuse(() -> views.open(origin.team(), trigger, SlackViews.answering(origin, BUSY)));
    }

    /** Answers a press in a view, in the same view. */
    void pressedIn(SlackOrigin origin, String actionId, Shown shown) {
        boolean started = work.start(
                () -> {
                    Asker asker = people.asker(origin);
                    Press press = new Press(asker, origin.place(), actionId, "", clock.instant());
                    fill(origin, shown, () -> router.press(press).message());
                    if (SlackHome.changes(actionId)) {
                        publishHome(asker, origin.alone(), Optional.empty());
                    }
                },
                () -> views.show(origin, shown, FAILED));
        if (!started) {
            work.excuse(() -> views.show(origin, shown, BUSY));
        }
    }

    private void briefMe(GlobalShortcutPayload asked) {
        SlackOrigin origin = new SlackOrigin(
                asked.getTeam().getId(),
                asked.getUser().getId(),
                text(asked.getUser().getUsername()),
                "",
                "");
        boolean started = over(
                origin,
                asked.getTriggerId(),
                asker -> router.answer(request(asker, origin, SlackShortcuts.BRIEF_ME_COMMAND, Map.of())));
        if (!started) {
            sayBusy(origin, asked.getTriggerId());
        }
    }

    private interface Asking {
        Answer by(Asker asker);
    }

    /** Shows an answer over whatever is open; false when there is too much to do. */
    private boolean over(SlackOrigin origin, String trigger, Asking asking) {
        return work.start(
                () -> waiting(origin, trigger)
                        .ifPresent(shown -> fill(
                                origin,
                                shown,
                                () -> asking.by(people.asker(origin)).message())),
                () -> {});
    }

    /** What comes of a form that was sent. */
    private sealed interface Outcome {
        /** What is wrong, by the field that it is wrong in; nothing was done. */
        record Wrong(SlackOrigin origin, Shown shown, Map<String, String> fields) implements Outcome {}

        /** It was done, or refused as a whole. */
        record Answered(SlackOrigin origin, Shown shown, Message message) implements Outcome {}
    }

    /** Begins what a form asks for. What goes wrong for us is said in the form, so that nothing typed is lost. */
    private CompletableFuture<Outcome> submitted(ViewSubmissionPayload submitted) {
        View form = submitted.getView();
        Filled filled = SlackForm.read(
                form, submitted.getTeam().getId(), submitted.getUser().getId());
        Shown shown = new Shown(form.getId(), "");
        String first = form.getBlocks().getFirst().getBlockId();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        boolean started = work.start(
                () -> {
                    Asker asker = people.asker(filled.origin());
                    outcome.complete(save(asker, filled, shown));
                    publishHome(asker, filled.origin().alone(), Optional.empty());
                },
                () -> outcome.complete(new Outcome.Wrong(filled.origin(), shown, Map.of(first, SlackReplies.FAILED))));
        if (!started) {
            outcome.complete(new Outcome.Wrong(filled.origin(), shown, Map.of(first, SlackReplies.BUSY)));
        }
        return outcome;
    }

    private Outcome save(Asker asker, Filled filled, Shown shown) {
        Map<String, String> wrong = wrong(asker, filled);
        if (!wrong.isEmpty()) {
            return new Outcome.Wrong(filled.origin(), shown, wrong);
        }
        Answer answer = router.answer(request(asker, filled.origin(), filled.path(), filled.options()));
        return new Outcome.Answered(filled.origin(), shown, answer.message());
    }

    /** Each field is tried alone; what is refused without any field is no field's fault. */
    private Map<String, String> wrong(Asker asker, Filled filled) {
        SlackOrigin origin = filled.origin();
        Map<String, String> wrong = new HashMap<>();
        if (router.refusal(request(asker, origin, filled.path(), Map.of())).isPresent()) {
            return wrong;
        }
        filled.options()
                .forEach((name, value) -> router.refusal(request(asker, origin, filled.path(), Map.of(name, value)))
                        .ifPresent(refusal -> wrong.put(name, SlackForm.error(refusal.message()))));
        return wrong;
    }

    /**
     * Answers within the acknowledgement where the answer is there in time. A view that was changed before Slack reads the
     * acknowledgement would be covered by it, so a late answer waits until that is surely read.
     */
    private Response acknowledged(CompletableFuture<Outcome> outcome, ViewSubmissionContext context) {
        try {
            return switch (outcome.get(IN_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                case Outcome.Wrong wrong -> context.ackWithErrors(wrong.fields());
                case Outcome.Answered answered ->
                    context.ackWithUpdate(SlackViews.answering(answered.origin(), answered.message()));
            };
        } catch (TimeoutException e) {
            CompletableFuture<Void> unused = outcome.thenAcceptAsync(this::showLate, AFTER_THE_ACKNOWLEDGEMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome is completed with a value", e);
        }
        return context.ackWithUpdate(SlackViews.waiting());
    }

    private void showLate(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered answered -> views.show(answered.origin(), answered.shown(), answered.message());
            case Outcome.Wrong wrong ->
                views.show(
                        wrong.origin(),
                        wrong.shown(),
                        said(String.join("\n", wrong.fields().values())));
        }
    }

    private interface Saying {
        Message message();
    }

    /** A view that says it is waiting must not wait for ever. */
    private void fill(SlackOrigin origin, Shown shown, Saying saying) {
        Message message;
        try {
            message = saying.message();
        } catch (RuntimeException e) {
            views.show(origin, shown, FAILED);
            throw e;
        }
        views.show(origin, shown, message);
    }

    private void publishHome(Asker asker, SlackOrigin origin, Optional<Message> said) {
        views.publish(origin.team(), origin.user(), home.of(asker, origin, clock.instant(), said));
    }

    private void showHome(SlackOrigin origin) {
        work.start(() -> publishHome(people.asker(origin), origin, Optional.empty()), () -> {});
    }

    private CommandRequest request(Asker asker, SlackOrigin origin, String path, Map<String, String> options) {
        return new CommandRequest(asker, origin.place(), path, options, clock.instant());
    }

    /** Answers from memory: Slack waits for the list while somebody types. */
    private BlockSuggestionResponse values(BlockSuggestionPayload asked) {
        SlackOrigin origin =
                new SlackOrigin(asked.getTeam().getId(), asked.getUser().getId(), "", "", "");
        List<Option> options = SlackForm.asked(text(asked.getActionId())).stream()
                .flatMap(field -> completion
                        .values(
                                field.get(0),
                                field.get(1),
                                text(asked.getValue()),
                                SlackPeople.stranger(origin),
                                MAX_VALUES)
                        .stream())
                .filter(SlackForm::fits)
                .map(value -> SlackForm.option(value, value))
                .map(SlackForms::suggested)
                .toList();
        return BlockSuggestionResponse.builder().options(options).build();
    }

    private static Option suggested(OptionObject option) {
        return new Option(option.getText(), option.getValue());
    }

    private static Message said(String words) {
        return new Message(words, List.of(new Block.Paragraph(words)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
