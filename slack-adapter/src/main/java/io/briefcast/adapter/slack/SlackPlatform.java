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
    /** Waiting this long for a turn keeps one sender; longer waits go back to the schedule. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SlackClient client;
    private final Workspaces workspaces;
    private final SlackPacing pacing;
    private final Duration patience;
    private final InstantSource clock;
    private final Pause pause;
    private final SlackHistory history;
    private final SlackNotices notices;

    /** Waits; a test moves its clock instead. */
    interface Pause {
        void wait(Duration duration) throws InterruptedException;
    }

    /**
     * A platform.
     *
     * @param lease how long one try may take before another instance looks whether the post is there; half of it is left
     *     when a post begins
     */
    SlackPlatform(
            SlackClient client,
            Workspaces workspaces,
            SlackPacing pacing,
            Duration lease,
            InstantSource clock,
            Pause pause) {
        this.client = client;
        this.workspaces = workspaces;
        this.pacing = pacing;
        this.patience = lease.dividedBy(6);
        this.clock = clock;
        this.pause = pause;
        this.history = new SlackHistory(client);
        this.notices = new SlackNotices(client, workspaces, this::awaitTurn);
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
        awaitTurn(place);
        try {
            return post(workspace, place, key, rendered(SlackRenderer.complete(), place, key, message));
        } catch (DeliveryException failure) {
            if (failure.remedy() != Remedy.DROP) {
                pauseAfter(place, failure);
                tellAfter(workspace, place, failure);
                throw failure;
            }
        }
        // Slack refuses a whole message for one picture that it cannot load.
        awaitTurn(place);
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

    private void awaitTurn(SlackAddress place) throws DeliveryException {
        Duration wait = pacing.reserve(place, clock.instant(), LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new DeliveryException(Remedy.RETRY, wait, "many messages are waiting for this workspace");
        }
        try {
            pause.wait(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(Remedy.RETRY, Duration.ZERO, "interrupted before the message was sent");
        }
    }

    /** What begins later may end when another instance has already looked for the post in vain, and posts as well. */
    private void requireTime(Instant begun) throws DeliveryException {
        if (clock.instant().isAfter(begun.plus(patience))) {
            throw new DeliveryException(Remedy.RETRY, Duration.ZERO, "Slack took too long to refuse a picture");
        }
    }

    private void pauseAfter(SlackAddress place, DeliveryException failure) {
        if (failure.retryAfter().isPositive()) {
            Instant now = clock.instant();
            pacing.pause(place, now, now.plus(failure.retryAfter()));
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
