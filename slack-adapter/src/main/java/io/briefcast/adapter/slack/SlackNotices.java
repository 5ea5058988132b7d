package io.briefcast.adapter.slack;

import io.briefcast.delivery.DeliveryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever looks after Briefcast in a workspace what went wrong there for good. */
final class SlackNotices {
    private static final Logger LOG = LoggerFactory.getLogger(SlackNotices.class);

    private final SlackClient client;
    private final Workspaces workspaces;
    private final SlackTurns turns;

    SlackNotices(SlackClient client, Workspaces workspaces, SlackTurns turns) {
        this.client = client;
        this.workspaces = workspaces;
        this.turns = turns;
    }

    /** A channel's brief is switched off. A person's is nobody else's business. */
    void switchedOff(Workspace workspace, SlackAddress place, DeliveryException why) {
        if (place.person()) {
            return;
        }
        String text = "The daily brief in <#%s> is switched off: nothing can be posted there (%s). When that is mended,"
                        .formatted(place.channel(), why.getMessage())
                + " `/briefcast schedule` in the channel switches it on again.";
        workspaces.keepers(workspace.team()).forEach(person -> tell(workspace, person, text));
    }

    private void tell(Workspace workspace, String person, String text) {
        try {
            turns.await(new SlackAddress(workspace.team(), person));
            client.call(
                    workspace,
                    methods -> methods.chatPostMessage(
                            request -> request.channel(person).text(text)));
        } catch (DeliveryException e) {
            LOG.warn("{} could not be told that a brief is switched off: {}", person, e.getMessage());
        }
    }
}
