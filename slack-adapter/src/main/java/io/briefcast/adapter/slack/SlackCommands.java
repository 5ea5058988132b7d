package io.briefcast.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.view.View;
import io.briefcast.command.Answer;
import io.briefcast.command.Answer.Reach;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Press;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes commands, presses and shortcuts from Slack to the core, and its answers back. Everything is acknowledged first. */
final class SlackCommands {
    private static final Pattern ANY = Pattern.compile(".+", Pattern.DOTALL);

    private final CommandCatalogue catalogue;
    private final CommandRouter router;
    private final Workspaces workspaces;
    private final SlackPeople people;
    private final SlackReplies replies;
    private final SlackForms forms;
    private final SlackWork work;
    private final InstantSource clock;

    SlackCommands(
            CommandCatalogue catalogue,
            CommandRouter router,
            Workspaces workspaces,
            SlackPeople people,
            SlackReplies replies,
            SlackForms forms,
            SlackWork work,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.router = router;
        this.workspaces = workspaces;
        this.people = people;
        this.replies = replies;
        this.forms = forms;
        this.work = work;
        this.clock = clock;
    }

    /** The words behind a slash that Slack has to know. */
    static List<String> roots(CommandCatalogue catalogue) {
        return catalogue.specs().stream()
                .map(spec -> spec.path().split(" ", 2)[0])
                .distinct()
                .toList();
    }

    /** Makes the app hand everything to us. */
    void register(App app) {
        for (String root : roots(catalogue)) {
            app.command("/" + root, (request, context) -> {
                SlashCommandPayload asked = request.getPayload();
                return typed(asked) ? context.ack() : context.ack(SlackReplies.BUSY);
            });
        }
        app.blockAction(ANY, (request, context) -> {
            pressed(request.getPayload());
            return context.ack();
        });
        app.messageShortcut(SlackShortcuts.RELATED, (request, context) -> {
            related(request.getPayload());
            return context.ack();
        });
        forms.register(app);
    }

    private boolean typed(SlashCommandPayload asked) {
        SlackOrigin origin = new SlackOrigin(
                asked.getTeamId(),
                asked.getUserId(),
                text(asked.getUserName()),
                text(asked.getChannelId()),
                text(asked.getChannelName()));
        String line = (asked.getCommand().substring(1) + " " + SlackTyped.line(text(asked.getText()))).strip();
        if (SlackForm.PATHS.contains(line)) {
            return forms.open(origin, line, asked.getTriggerId(), () -> notOpened(origin, asked.getResponseUrl()));
        }
        return answer(origin, asked.getResponseUrl(), () -> line(origin, asked.getResponseUrl(), line));
    }

    private void notOpened(SlackOrigin origin, String responseUrl) {
        if (workspaces.find(origin.team()).isEmpty()) {
            replies.absent(responseUrl);
        } else {
            replies.failed(responseUrl);
        }
    }

    private void related(MessageShortcutPayload asked) {
        SlackOrigin origin = new SlackOrigin(
                asked.getTeam().getId(),
                asked.getUser().getId(),
                text(asked.getUser().getName()),
                text(asked.getChannel().getId()),
                text(asked.getChannel().getName()));
        String words = SlackTyped.query(text(asked.getMessage().getText()));
        String line = SlackShortcuts.RELATED_COMMAND + " " + words;
        answerOrExcuse(origin, asked.getResponseUrl(), () -> line(origin, asked.getResponseUrl(), line));
    }

    private void line(SlackOrigin origin, String responseUrl, String line) {
        replies.send(responseUrl, router.typed(people.asker(origin), origin.place(), line, clock.instant()), "");
    }

    private void pressed(BlockActionPayload pressed) {
        Optional<String> action = pressed.getActions().stream().findFirst().flatMap(SlackCommands::actionId);
        if (action.isEmpty()) {
            return;
        }
        View view = pressed.getView();
        if (view != null && "modal".equals(view.getType())) {
            SlackOrigin opened = SlackForm.origin(
                    view, pressed.getTeam().getId(), pressed.getUser().getId());
            forms.pressedIn(opened, action.get(), new SlackViews.Shown(view.getId(), text(view.getHash())));
            return;
        }
        SlackOrigin origin = new SlackOrigin(
                pressed.getTeam().getId(),
                pressed.getUser().getId(),
                text(pressed.getUser().getName()),
                Optional.ofNullable(pressed.getChannel())
                        .map(channel -> text(channel.getId()))
                        .orElse(""),
                Optional.ofNullable(pressed.getChannel())
                        .map(channel -> text(channel.getName()))
                        .orElse(""));
        if (pressed.getResponseUrl() == null) {
            forms.pressed(origin, action.get(), pressed.getTriggerId());
            return;
        }
        String message = text(pressed.getContainer().getMessageTs());
        String responseUrl = pressed.getResponseUrl();
        SlackPressed shown = SlackPressed.of(pressed);
        answerOrExcuse(origin, responseUrl, () -> {
            Answer answer = router.press(
                    new Press(people.asker(origin), origin.place(), action.get(), message, clock.instant()));
            show(responseUrl, origin, shown, answer);
        });
    }

    private void show(String responseUrl, SlackOrigin origin, SlackPressed shown, Answer answer) {
        replies.send(responseUrl, answer, shown.marker());
        // In a channel, what somebody chose is nobody else's business.
        boolean alone = shown.ephemeral() || origin.channel().startsWith("D");
        if (answer.reach() != Reach.REPLACE && alone && !answer.labels().isEmpty()) {
            replies.relabel(responseUrl, shown, answer.labels());
        }
    }

    /** A press says its id, a choice its id and what was picked; a link says nothing, its page is open already. */
    static Optional<String> actionId(BlockActionPayload.Action action) {
        String id = SlackPressed.id(action.getActionId());
        if (action.getSelectedOption() != null) {
            return Optional.of(id + ":" + action.getSelectedOption().getValue());
        }
        return SlackRenderer.PRESS.equals(action.getValue()) ? Optional.of(id) : Optional.empty();
    }

    private void answerOrExcuse(SlackOrigin origin, String responseUrl, Runnable answer) {
        if (!answer(origin, responseUrl, answer)) {
            work.excuse(() -> replies.busy(responseUrl));
        }
    }

    private boolean answer(SlackOrigin origin, String responseUrl, Runnable answer) {
        return work.start(
                () -> {
                    if (workspaces.find(origin.team()).isEmpty()) {
                        replies.absent(responseUrl);
                    } else {
                        answer.run();
                    }
                },
                () -> replies.failed(responseUrl));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
