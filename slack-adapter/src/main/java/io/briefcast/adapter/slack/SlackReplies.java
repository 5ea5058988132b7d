package io.briefcast.adapter.slack;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.webhook.WebhookResponse;
import io.briefcast.adapter.slack.SlackRenderer.Rendered;
import io.briefcast.adapter.slack.SlackTurns.Pause;
import io.briefcast.command.Answer;
import io.briefcast.command.Answer.Reach;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers through the address that Slack gives with every command and press; it works for 30 minutes and five answers
 * (https://docs.slack.dev/interactivity/handling-user-interaction), and also where the bot is no member.
 */
final class SlackReplies {
    private static final Logger LOG = LoggerFactory.getLogger(SlackReplies.class);
    private static final int OK = 200;

    static final String BUSY = "Briefcast has too much to do at the moment. Please try again in a minute.";

    static final String FAILED =
            "Something went wrong on our side, and nothing was changed. It is in the log; please try again.";
    private static final String ABSENT = "Briefcast is not installed in this workspace, or no longer.";

    /** How long to wait before each further try where a connection breaks; whoever asked still looks at the screen. */
    static final List<Duration> PAUSES = List.of(Duration.ofMillis(500), Duration.ofSeconds(3));

    private final ActionResponseSender sender;
    private final Pause pause;
    private final Optional<URI> install;

    /**
     * Replies.
     *
     * @param pause waits between two tries
     * @param install where a workspace begins an installation; empty when it is not for everybody to begin
     */
    SlackReplies(SlackClient client, Pause pause, Optional<URI> install) {
        this.sender = new ActionResponseSender(client.slack());
        this.pause = pause;
        this.install = install;
    }

    /** Answers as the answer asks for: to the asker alone, to everybody, or in place of what was pressed. */
    void send(String responseUrl, Answer answer, String marker) {
        Rendered rendered = SlackRenderer.complete().render(answer.message(), marker);
        if (!sent(responseUrl, answer.reach(), rendered)) {
            // One picture that Slack cannot load is enough for a refusal.
            Rendered plain = SlackRenderer.withoutImages().render(answer.message(), marker);
            if (!sent(responseUrl, answer.reach(), plain)) {
                LOG.warn("Slack did not take an answer");
            }
        }
    }

    /** Shows on a message what was chosen there: its own blocks with other words on their buttons. */
    void relabel(String responseUrl, SlackPressed pressed, Map<String, String> labels) {
        if (!sent(responseUrl, Reach.REPLACE, pressed.labelled(labels))) {
            LOG.warn("Slack did not take new labels");
        }
    }

    /** Says that we failed. */
    void failed(String responseUrl) {
        say(responseUrl, FAILED);
    }

    /** Says that there is too much to do. */
    void busy(String responseUrl) {
        say(responseUrl, BUSY);
    }

    /** Says that the workspace has not installed the bot, and how to. */
    void absent(String responseUrl) {
        say(
                responseUrl,
                ABSENT + install.map(address -> " Install it here: " + address).orElse(""));
    }

    private void say(String responseUrl, String words) {
        send(responseUrl, Answer.toAsker(new Message(words, List.of(new Block.Paragraph(words)))), "");
    }

    /** What is replaced is seen by whoever saw it before. */
    private static @Nullable String responseType(Reach reach) {
        return switch (reach) {
            case EVERYBODY -> "in_channel";
            case ASKER -> "ephemeral";
            case REPLACE -> null;
        };
    }

    private boolean sent(String responseUrl, Reach reach, Rendered rendered) {
        ActionResponse response = ActionResponse.builder()
                .responseType(responseType(reach))
                .replaceOriginal(reach == Reach.REPLACE)
                .text(rendered.text())
                .blocks(rendered.blocks())
                .build();
        return sent(responseUrl, reach, response, PAUSES.iterator());
    }

    private boolean sent(String responseUrl, Reach reach, ActionResponse response, Iterator<Duration> pauses) {
        try {
            WebhookResponse answered = sender.send(responseUrl, response);
            return answered.getCode() == OK;
        } catch (IOException e) {
            if (isHarmlessTwice(reach, e) && pauses.hasNext() && waited(pauses.next())) {
                return sent(responseUrl, reach, response, pauses);
            }
            LOG.warn("The connection to Slack broke off during an answer");
            return true;
        }
    }

    /** Nobody but the asker sees it twice, or puts it in place of itself; a whole channel gets it once or not at all. */
    private static boolean isHarmlessTwice(Reach reach, IOException failure) {
        return reach != Reach.EVERYBODY || SlackFailures.neverArrived(failure);
    }

    private boolean waited(Duration duration) {
        try {
            pause.wait(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
