package io.briefcast.adapter.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and changes what lies over a conversation, and the home tab. A view that is gone already is no trouble. */
final class SlackViews {
    private static final Logger LOG = LoggerFactory.getLogger(SlackViews.class);
    private static final Message WAIT =
            new Message("One moment", List.of(new Block.Paragraph("One moment, please. I am looking.")));

    private final SlackClient client;
    private final Workspaces workspaces;

    SlackViews(SlackClient client, Workspaces workspaces) {
        this.client = client;
        this.workspaces = workspaces;
    }

    /** A view that says we are at it: it has to be there before the trigger expires, which it does in three seconds. */
    static View waiting() {
        return modal(renderer(true).render(WAIT).blocks(), "");
    }

    /**
     * A view as it is open.
     *
     * @param hash what Slack calls its present content: a change that was meant for an older one is refused; empty for a
     *     change of whatever is there
     */
    record Shown(String id, String hash) {}

    /** Opens a view; empty when Slack did not take it. */
    Optional<Shown> open(String team, String trigger, View view) {
        return call(
                team,
                workspace -> shown(client.call(
                                workspace,
                                methods -> methods.viewsOpen(
                                        request -> request.triggerId(trigger).view(view)))
                        .getView()));
    }

    /** Shows a message in an open view; without its pictures when Slack cannot load one. */
    void show(SlackOrigin origin, Shown shown, Message message) {
        if (update(origin.team(), shown, showing(origin, message, true)).isEmpty()) {
            update(origin.team(), shown, showing(origin, message, false));
        }
    }

    /** A view with a message, without its pictures: for an acknowledgement, which Slack takes once or not at all. */
    static View answering(SlackOrigin origin, Message message) {
        return showing(origin, message, false);
    }

    /** Presses in the view are about the place where it was opened. */
    private static View showing(SlackOrigin origin, Message message, boolean images) {
        return modal(
                renderer(images).render(message).blocks(),
                SlackForm.place(origin).toString());
    }

    /** Puts a message on somebody's home tab. */
    void publish(String team, String user, Message message) {
        if (publish(team, user, home(message, true)).isEmpty()) {
            publish(team, user, home(message, false));
        }
    }

    /** Puts another view in place of an open one; empty when Slack did not take it. */
    Optional<Shown> update(String team, Shown shown, View view) {
        String hash = shown.hash().isEmpty() ? null : shown.hash();
        return call(
                team,
                workspace -> shown(client.call(
                                workspace,
                                methods -> methods.viewsUpdate(request ->
                                        request.viewId(shown.id()).hash(hash).view(view)))
                        .getView()));
    }

    private Optional<Shown> publish(String team, String user, View view) {
        return call(
                team,
                workspace -> shown(client.call(
                                workspace,
                                methods -> methods.viewsPublish(
                                        request -> request.userId(user).view(view)))
                        .getView()));
    }

    private static Shown shown(View view) {
        return new Shown(view.getId(), Optional.ofNullable(view.getHash()).orElse(""));
    }

    private interface Viewing {
        Shown with(Workspace workspace) throws DeliveryException;
    }

    private Optional<Shown> call(String team, Viewing viewing) {
        Optional<Workspace> workspace = workspaces.find(team);
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(viewing.with(workspace.get()));
        } catch (DeliveryException e) {
            LOG.warn("Slack did not take a view: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static SlackRenderer renderer(boolean images) {
        return (images ? SlackRenderer.complete() : SlackRenderer.withoutImages()).inView();
    }

    private static View home(Message message, boolean images) {
        return View.builder()
                .type("home")
                .blocks(renderer(images).compact().render(message).blocks())
                .build();
    }

    private static View modal(List<LayoutBlock> blocks, String place) {
        return View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text("Briefcast").build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .privateMetadata(place)
                .blocks(blocks)
                .build();
    }
}
