package io.briefcast.adapter.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.QueryStringParser;
import com.slack.api.bolt.util.SlackRequestParser;
import io.briefcast.Secret;
import io.briefcast.adapter.slack.SlackSignature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Slack calls us: lets in what Slack signed, and hands it to Bolt. */
final class SlackEntry {
    private static final Logger LOG = LoggerFactory.getLogger(SlackEntry.class);
    /** A form of 250 kB, which is Slack's limit, escaped for a URL. */
    static final int MAX_BODY = 1_000_000;

    /** It comes with a token and a team at most. */
    private static final int MAX_CHECK = 200;

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;
    private static final int FAILED = 500;

    private final App app;
    private final SlackSignature signature;
    private final SlackRequestParser parser;
    private final InstantSource clock;

    SlackEntry(App app, Secret signingSecret, InstantSource clock) {
        this.app = app;
        this.signature = new SlackSignature(signingSecret);
        this.parser = new SlackRequestParser(app.config());
        this.clock = clock;
    }

    /**
     * Answers one call that Slack signed.
     *
     * @param body the bytes as they came; longer than {@link #MAX_BODY} is refused
     */
    Response call(String path, Map<String, List<String>> headers, byte[] body) {
        if (body.length > MAX_BODY) {
            return Response.error(TOO_LARGE);
        }
        if (asksOnlyForTls(body)) {
            return Response.ok();
        }
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        Verdict verdict = signature.judge(
                first(byName, "X-Slack-Request-Timestamp"), first(byName, "X-Slack-Signature"), body, clock.instant());
        return switch (verdict) {
            case FORGED -> Response.error(UNAUTHORIZED);
            case REPLAYED -> Response.ok();
            case GENUINE -> run(path, "", byName, new String(body, StandardCharsets.UTF_8));
        };
    }

    /** Slack looks now and then whether a command's address has a good certificate, without a signature. */
    private static boolean asksOnlyForTls(byte[] body) {
        return body.length <= MAX_CHECK
                && List.of(new String(body, StandardCharsets.UTF_8).split("&", -1))
                        .contains("ssl_check=1")
                && !new String(body, StandardCharsets.UTF_8).contains("command=");
    }

    /** Answers a browser on its way through an installation. */
    Response browse(String path, String query, Map<String, List<String>> headers) {
        return run(path, query, headers, "");
    }

    private Response run(String path, String query, Map<String, List<String>> headers, String body) {
        try {
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(path)
                    .queryString(QueryStringParser.toMap(query))
                    .headers(new RequestHeaders(headers))
                    .requestBody(body)
                    .build());
            return request == null ? Response.ok() : app.run(request);
        } catch (Exception e) { // Bolt declares Exception; Slack asks again after a 500
            LOG.error("A call from Slack failed: {}", e.toString());
            return Response.error(FAILED);
        }
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
