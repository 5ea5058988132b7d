package io.briefcast.adapter.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import io.briefcast.Secret;
import io.briefcast.delivery.DeliveryException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace of the one bot token that the operator has set. */
final class OneWorkspace implements Workspaces {
    private static final Logger LOG = LoggerFactory.getLogger(OneWorkspace.class);

    private final SlackClient client;
    private final Secret token;
    private final List<String> admins;
    private volatile @Nullable Workspace known;

    private OneWorkspace(SlackClient client, Secret token, Set<String> admins) {
        this.client = client;
        this.token = token;
        this.admins = List.copyOf(admins);
    }

    /** Asks Slack whose token it is; where Slack cannot be reached, it asks again later. */
    static OneWorkspace of(SlackClient client, Secret token, Set<String> admins) {
        OneWorkspace workspace = new OneWorkspace(client, token, admins);
        workspace.ask();
        return workspace;
    }

    @Override
    public Optional<Workspace> find(String team) {
        // As long as Slack is silent, every team is taken for this one: nobody is switched off for our ignorance.
        Workspace own = Optional.ofNullable(known).or(this::ask).orElse(new Workspace(team, token, Optional.empty()));
        return Optional.of(own).filter(workspace -> workspace.team().equals(team));
    }

    /** Slack does not say who installed it; the people whom the operator names look after it. */
    @Override
    public List<String> keepers(String team) {
        return admins;
    }

    private Optional<Workspace> ask() {
        try {
            Workspace unnamed = new Workspace("", token, Optional.empty());
            AuthTestResponse answer = client.ask(unnamed, methods -> methods.authTest(request -> request));
            String error = Optional.ofNullable(answer.getError()).orElse("");
            if (!answer.isOk() && SlackFailures.isOfToken(error)) {
                LOG.error(
                        "Slack does not take briefcast.slack.bot-token ({}): copy the \"Bot User OAuth Token\" anew from"
                                + " the app's page, or install the app again",
                        error);
                return Optional.empty();
            }
            SlackClient.checked(answer);
            Workspace own = new Workspace(answer.getTeamId(), token, Optional.ofNullable(answer.getUserId()));
            known = own;
            return Optional.of(own);
        } catch (DeliveryException e) {
            LOG.warn("Slack cannot be asked whose token briefcast.slack.bot-token is: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
