package io.briefcast.adapter.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import io.briefcast.delivery.DeliveryException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Calls Slack's Web API: every call once, with a deadline, and with what helps when it fails. */
final class SlackClient {
    /** Slack answers within a second or two; longer than this it is lost. */
    private static final int DEADLINE_MILLIS = 20_000;

    private final Slack slack;

    private SlackClient(Slack slack) {
        this.slack = slack;
    }

    /**
     * A client.
     *
     * @param api address of the Web API, ending with a slash
     */
    static SlackClient of(URI api) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        // Otherwise the first call of every token is preceded by an auth.test that nobody asked for.
        config.setStatsEnabled(false);
        config.setHttpClientCallTimeoutMillis(DEADLINE_MILLIS);
        return new SlackClient(Slack.getInstance(config, once(config)));
    }

    /** OkHttp repeats a POST in silence when a connection breaks after it was sent: that would post a brief twice. */
    private static SlackHttpClient once(SlackConfig config) {
        return new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build());
    }

    /** The library's own entry, for Bolt. */
    Slack slack() {
        return slack;
    }

    /** One call of the Web API. */
    interface Call<T extends SlackApiTextResponse> {
        T with(MethodsClient methods) throws IOException, SlackApiException;
    }

    /** Calls once with a workspace's token. */
    <T extends SlackApiTextResponse> T call(Workspace workspace, Call<T> call) throws DeliveryException {
        return checked(ask(workspace, call));
    }

    /** Calls once with a workspace's token; Slack's own {@code ok: false} is an answer like others. */
    <T extends SlackApiTextResponse> T ask(Workspace workspace, Call<T> call) throws DeliveryException {
        return attempt(slack.methods(workspace.token().reveal(), workspace.team()), call);
    }

    /** Calls once as the app itself. */
    <T extends SlackApiTextResponse> T callWithoutToken(Call<T> call) throws DeliveryException {
        return checked(attempt(slack.methods(), call));
    }

    /** The answer, when Slack did what it was asked. */
    static <T extends SlackApiTextResponse> T checked(T response) throws DeliveryException {
        if (!response.isOk()) {
            throw SlackFailures.refused(
                    Optional.ofNullable(response.getError()).orElse(""), Optional.ofNullable(response.getNeeded()));
        }
        return response;
    }

    private static <T extends SlackApiTextResponse> T attempt(MethodsClient methods, Call<T> call)
            throws DeliveryException {
        try {
            return call.with(methods);
        } catch (SlackApiException failure) {
            throw SlackFailures.status(failure);
        } catch (IOException failure) {
            throw SlackFailures.broken(failure);
        } catch (JsonParseException failure) {
            throw SlackFailures.garbled(failure);
        }
    }
}
