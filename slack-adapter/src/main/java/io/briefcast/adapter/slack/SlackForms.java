package io.briefcast.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.event.AppHomeOpenedEvent;
import io.briefcast.adapter.slack.SlackForm.Filled;
import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import io.briefcast.command.Press;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that Slack shows over a conversation: forms, answers that belong to no channel, and the home tab. */
final class SlackForms {
    private static final Pattern ANY = Pattern.compile(".+", Pattern.DOTALL);
    /** The core completes up to 25 values. */
    private static final int MAX_VALUES = 25;

    private static final Message FAILED = new Message(
            "Something went wrong",
            List.of(new Block.Paragraph("Something went wrong on our side. It is in the log; please try again.")));

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
        app.viewSubmission(SlackForm.FORM, (request, context) -> {
            submitted(request.getPayload());
            return context.ackWithUpdate(SlackViews.waiting());
        });
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

    /** Opens the form of a command; false when there is too much to do. */
    boolean open(SlackOrigin origin, String path, String trigger) {
        return work.start(
                () -> catalogue
                        .find(path)
                        .ifPresent(command -> views.open(
                                origin.team(),
                                trigger,
                                SlackForm.of(
                                        command.spec(),
                                        origin,
                                        people.asker(origin).zone()))),
                () -> {});
    }

    /** Answers a press that belongs to no message, as on the home tab. */
    void pressed(SlackOrigin origin, String actionId, String trigger) {
        if (actionId.startsWith(SlackHome.OPEN)) {
            open(origin, actionId.substring(SlackHome.OPEN.length()), trigger);
            return;
        }
        over(origin, trigger, asker -> router.press(new Press(asker, origin.place(), actionId, "", clock.instant())));
    }

    /** Answers a press in a view, in the same view. */
    void pressedIn(SlackOrigin origin, String actionId, String viewId) {
        work.start(
                () -> {
                    Press press = new Press(people.asker(origin), origin.place(), actionId, "", clock.instant());
                    fill(origin, viewId, () -> router.press(press).message());
                },
                () -> {});
    }

    private void briefMe(GlobalShortcutPayload asked) {
        SlackOrigin origin = new SlackOrigin(
                asked.getTeam().getId(),
                asked.getUser().getId(),
                text(asked.getUser().getUsername()),
                "",
                "");
        over(
                origin,
                asked.getTriggerId(),
                asker -> router.answer(request(asker, origin, SlackShortcuts.BRIEF_ME_COMMAND, Map.of())));
    }

    private interface Asking {
        Answer by(Asker asker);
    }

    /** Shows an answer over whatever is open, and the home tab as it is now. */
    private void over(SlackOrigin origin, String trigger, Asking asking) {
        work.start(
                () -> views.open(origin.team(), trigger, SlackViews.waiting()).ifPresent(view -> {
                    Asker asker = people.asker(origin);
                    fill(origin, view, () -> asking.by(asker).message());
                    views.publish(origin.team(), origin.user(), home.of(asker, origin.alone(), clock.instant()));
                }),
                () -> {});
    }

    private void submitted(ViewSubmissionPayload submitted) {
        Filled filled = SlackForm.read(
                submitted.getView(),
                submitted.getTeam().getId(),
                submitted.getUser().getId());
        work.start(() -> save(filled, submitted.getView().getId()), () -> {});
    }

    private void save(Filled filled, String viewId) {
        SlackOrigin origin = filled.origin();
        Asker asker = people.asker(origin);
        fill(
                origin,
                viewId,
                () -> router.answer(request(asker, origin, filled.path(), filled.options()))
                        .message());
        views.publish(origin.team(), origin.user(), home.of(asker, origin.alone(), clock.instant()));
    }

    private interface Saying {
        Message message();
    }

    /** A view that says it is waiting must not wait for ever. */
    private void fill(SlackOrigin origin, String viewId, Saying saying) {
        try {
            views.show(origin, viewId, saying.message());
        } catch (RuntimeException e) {
            views.show(origin, viewId, FAILED);
            throw e;
        }
    }

    private void showHome(SlackOrigin origin) {
        work.start(
                () -> views.publish(
                        origin.team(), origin.user(), home.of(people.asker(origin), origin, clock.instant())),
                () -> {});
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

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
