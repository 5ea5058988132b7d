package io.briefcast.adapter.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.net.URI;
import java.util.List;

/**
 * Bolt, set up so that every request is acknowledged and none is preceded by a call to Slack. Nothing stands before the
 * handlers: Bolt's own authorization asks {@code auth.test} within the three seconds that Slack waits, and remembers a
 * failure for ten minutes. What comes over HTTP was verified by {@link SlackEntry}, what comes through a socket is ours
 * alone, and calls take their token from {@link Workspaces}.
 */
final class SlackApp {
    private SlackApp() {}

    /** An app for one workspace. */
    static App single(SlackClient client) {
        return new App(base(client).build(), List.of());
    }

    /** An app that many workspaces install by OAuth. */
    static App distributed(
            SlackClient client,
            SlackSettings settings,
            URI publicUrl,
            SlackInstallations installations,
            SlackStates states) {
        AppConfig config = base(client)
                .signingSecret(settings.signingSecret().orElseThrow().reveal())
                .clientId(settings.clientId().orElseThrow())
                .clientSecret(settings.clientSecret().orElseThrow().reveal())
                .scope(String.join(",", SlackManifest.SCOPES))
                .redirectUri(publicUrl.resolve(SlackPaths.REDIRECT).toString())
                .build();
        config.setOauthInstallPath(SlackPaths.INSTALL);
        config.setOauthRedirectUriPath(SlackPaths.REDIRECT);
        App app = new App(config, List.of())
                .asOAuthApp(true)
                .service(installations)
                .service(states);
        eraseWhatLeaves(app, installations);
        return app;
    }

    /** Before Slack is told that its event arrived: Bolt's own handlers erase after it, and not when the process dies. */
    private static void eraseWhatLeaves(App app, SlackInstallations installations) {
        app.event(AppUninstalledEvent.class, (request, context) -> {
            if (installations.concerns(request.getTeamId(), request.getEventTime())) {
                installations.deleteAll(request.getEnterpriseId(), request.getTeamId());
            }
            return context.ack();
        });
        app.event(TokensRevokedEvent.class, (request, context) -> {
            List<String> bots = request.getEvent().getTokens().getBot();
            if (bots != null
                    && !bots.isEmpty()
                    && installations.concerns(request.getTeamId(), request.getEventTime())) {
                installations.remove(request.getTeamId());
            }
            return context.ack();
        });
    }

    private static AppConfig.AppConfigBuilder base(SlackClient client) {
        return AppConfig.builder()
                .slack(client.slack())
                .executorServiceProvider(new SteadyExecutors())
                // Otherwise a press on something that is gone is never acknowledged, and Slack shows an error.
                .unmatchedRequestHandler(request -> Response.ok());
    }
}
