package io.briefcast.adapter.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message.Metadata;
import io.briefcast.adapter.slack.SlackRenderer.Rendered;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Posts to Slack. Every post carries its key twice, as metadata and in the id of its first block, so that it is found
 * again even where metadata may not be read.
 */
final class SlackPlatform implements ChatPlatform {
    static final String NAME = "slack";
    private final SlackClient client;
    private final Workspaces workspaces;
    private final SlackTurns turns;
    private final Duration patience;
    private final InstantSource clock;
    private final SlackHistory history;
    private final SlackNotices notices;

    /**
     * A platform.
     *
     * @param lease how long one try may take before another instance looks whether the post is there; half of it is left
     *     when a post begins
     */
    SlackPlatform(SlackClient client, Workspaces workspaces, SlackTurns turns, Duration lease, InstantSource clock) {
        this.client = client;
        this.workspaces = workspaces;
        this.turns = turns;
        this.patience = lease.dividedBy(6);
        this.clock = clock;
        this.history = new SlackHistory(client);
        this.notices = new SlackNotices(client, workspaces, turns);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException {
        SlackAddress place = place(address);
        Workspace workspace = workspace(place);
        Instant begun = clock.instant();
        turns.await(place);
        try {
            return post(workspace, place, key, rendered(SlackRenderer.complete(), place, key, message));
        } catch (DeliveryException failure) {
            if (failure.remedy() != Remedy.DROP) {
                turns.pauseAfter(place, failure);
                tellAfter(workspace, place, failure);
                throw failure;
            }
        }
        // Slack refuses a whole message for one picture that it cannot load.
        turns.await(place);
        requireTime(begun);
        return post(workspace, place, key, rendered(SlackRenderer.withoutImages(), place, key, message));
    }

    /** Compact where many read it; a person gets all of it. */
    private static Rendered rendered(SlackRenderer renderer, SlackAddress place, DeliveryKey key, Message message) {
        return (place.direct() ? renderer : renderer.compact()).render(message, SlackMark.block(key));
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) throws DeliveryException {
        // No clock on earth begins a date earlier than 14 hours before UTC does.
        return find(address, key, key.day().atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.ofHours(14)));
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key, Instant since) throws DeliveryException {
        SlackAddress place = place(address);
        return history.find(workspace(place), place, key, since);
    }

    private Receipt post(Workspace workspace, SlackAddress place, DeliveryKey key, Rendered rendered)
            throws DeliveryException {
        Metadata metadata = SlackMark.metadata(key);
        ChatPostMessageResponse posted = client.call(
                workspace,
                methods -> methods.chatPostMessage(request -> request.channel(place.channel())
                        .text(rendered.text())
                        .blocks(rendered.blocks())
                        .metadata(metadata)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        return new Receipt(posted.getChannel() + "/" + posted.getTs());
    }

    /** What begins later may end when another instance has already looked for the post in vain, and posts as well. */
    private void requireTime(Instant begun) throws DeliveryException {
        if (clock.instant().isAfter(begun.plus(patience))) {
            throw new DeliveryException(Remedy.RETRY, Duration.ZERO, "Slack took too long to refuse a picture");
        }
    }

    /** Once, because the dispatcher never posts there again. */
    private void tellAfter(Workspace workspace, SlackAddress place, DeliveryException failure) {
        if (failure.remedy() == Remedy.DISABLE) {
            notices.switchedOff(workspace, place, failure);
        }
    }

    private static SlackAddress place(String address) throws DeliveryException {
        return SlackAddress.read(address)
                .orElseThrow(() -> new DeliveryException(
                        Remedy.DISABLE, Duration.ZERO, "this is no address of a Slack channel or person"));
    }

    private Workspace workspace(SlackAddress place) throws DeliveryException {
        return workspaces
                .find(place.team())
                .orElseThrow(() -> new DeliveryException(
                        Remedy.DISABLE, Duration.ZERO, "Briefcast is not installed in this workspace"));
    }
}
