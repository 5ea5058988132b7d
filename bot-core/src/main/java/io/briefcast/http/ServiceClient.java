package io.briefcast.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks services that the operator chose and pays for: one deadline for the whole exchange, a bound on the answer, no
 * redirects (a key must not follow one), and errors that hold no secret.
 */
public final class ServiceClient {
    /** Longest wait for a connection. */
    public static final Duration CONNECT = Duration.ofSeconds(10);

    private static final int EXPLANATION = 200;
    private static final Pattern MESSAGE =
            Pattern.compile("\"(?:message|error|detail)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,2000})\"");
    /** Keys, and what services leave of a key when they quote it. */
    private static final Pattern SECRET_LIKE = Pattern.compile("[\\w*.-]{20,}|\\S*\\*{3,}\\S*");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration deadline;
    private final int maxBytes;

    /**
     * A client.
     *
     * @param deadline longest time for one exchange
     * @param maxBytes most bytes of an answer; more is an error
     */
    public ServiceClient(Duration deadline, int maxBytes) {
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    /** A good answer. */
    public record Reply(int status, Map<String, List<String>> headers, String body) {}

    /**
     * One exchange.
     *
     * @throws ServiceException for any answer but a good one
     */
    public Reply send(HttpRequest request) {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> exchange = thread.submit(() -> exchange(request));
            try {
                return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                exchange.cancel(true);
            }
        } catch (TimeoutException e) {
            throw failure(ServiceException.TIMEOUT, true, "no answer within %s s".formatted(deadline.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(0, true, "stopped while waiting for the answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ServiceException known ? known : unreachable(e);
        }
    }

    /** The exception's message may hold an address with a key in it; its kind says enough. */
    private static ServiceException unreachable(ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        boolean connected = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
        String what = connected ? "the exchange broke off (%s)" : "it cannot be reached (%s)";
        return failure(0, connected, what.formatted(cause.getClass().getSimpleName()));
    }

    private static ServiceException failure(int status, boolean mayCost, String message) {
        return new ServiceException(status, Optional.empty(), mayCost, message);
    }

    private Reply exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw failure(0, true, "the answer has more than %d MB".formatted(maxBytes / 1_000_000));
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (response.statusCode() / 100 != 2) {
                throw new ServiceException(
                        response.statusCode(), wait(response), false, problem(response.statusCode(), text));
            }
            return new Reply(response.statusCode(), response.headers().map(), text);
        }
    }

    private static Optional<Duration> wait(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** What the service says of the error; about keys it says too much. */
    private static String problem(int status, String body) {
        String answer = "it answers %d".formatted(status);
        Matcher message = MESSAGE.matcher(body);
        if (status == 401 || status == 403 || !message.find()) {
            return answer;
        }
        String words = SECRET_LIKE.matcher(message.group(1)).replaceAll("***").replaceAll("[\\p{Cntrl}\\\\]", " ");
        return "%s: %s".formatted(answer, words.substring(0, Math.min(EXPLANATION, words.length())));
    }
}
