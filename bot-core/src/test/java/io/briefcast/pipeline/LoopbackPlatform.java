package io.briefcast.pipeline;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Posts to a {@link FaultyServer}, and reads its answers as an adapter does. */
final class LoopbackPlatform implements ChatPlatform {
    /** When the call was begun, in milliseconds of the epoch. */
    static final String WRITTEN = "Written";

    /** Shorter than the half of the lease that is left at least when a call begins. */
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    LoopbackPlatform(int port) {
        this.port = port;
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException {
        String written = Long.toString(InstantSource.system().millis());
        int status = call(request("post", key)
                .header(WRITTEN, written)
                .POST(HttpRequest.BodyPublishers.ofString(message.title())));
        return switch (status) {
            case 200 -> new Receipt(key.token());
            case 429 -> throw new DeliveryException(Remedy.RETRY, LOOK_AFTER, "HTTP 429");
            default -> throw new DeliveryException(Remedy.LOOK, LOOK_AFTER, "HTTP " + status);
        };
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) throws DeliveryException {
        int status = call(request("find", key).GET());
        return switch (status) {
            case 200 -> Optional.of(new Receipt(key.token()));
            case 404 -> Optional.empty();
            default -> throw new DeliveryException(Remedy.LOOK, LOOK_AFTER, "HTTP " + status);
        };
    }

    private HttpRequest.Builder request(String verb, DeliveryKey key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/%s/%s".formatted(port, verb, key.token())))
                .timeout(PATIENCE);
    }

    private int call(HttpRequest.Builder request) throws DeliveryException {
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
            throw new DeliveryException(Remedy.RETRY, LOOK_AFTER, "not reached");
        } catch (IOException e) {
            throw new DeliveryException(Remedy.LOOK, LOOK_AFTER, "broke off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(Remedy.LOOK, LOOK_AFTER, "interrupted");
        }
    }
}
