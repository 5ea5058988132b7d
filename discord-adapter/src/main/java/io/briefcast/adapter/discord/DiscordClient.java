package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/**
 * Calls Discord's REST API through JDA, which keeps the limits of every route, and tells what helps when it fails. Channels
 * go by their ids alone: JDA's own channels must be in its cache, which direct conversations and archived threads are not.
 */
final class DiscordClient {
    /** A start takes seconds. */
    private static final Duration NOT_YET = Duration.ofSeconds(30);

    private final Supplier<Optional<JDA>> session;

    /**
     * A client.
     *
     * @param session any shard; empty before the first is there
     */
    DiscordClient(Supplier<Optional<JDA>> session) {
        this.session = session;
    }

    /** The bot's own user id. */
    String self() throws DeliveryException {
        return session().getSelfUser().getId();
    }

    /** Sends a body and reads an object. */
    DataObject send(Route.CompiledRoute route, DataObject body) throws DeliveryException {
        return complete(new RestActionImpl<>(session(), route, body, (response, request) -> response.getObject()));
    }

    /** Reads an object. */
    DataObject object(Route.CompiledRoute route) throws DeliveryException {
        return complete(new RestActionImpl<>(session(), route, (response, request) -> response.getObject()));
    }

    /** Reads a list. */
    DataArray list(Route.CompiledRoute route) throws DeliveryException {
        return complete(new RestActionImpl<>(session(), route, (response, request) -> response.getArray()));
    }

    private JDA session() throws DeliveryException {
        return session.get()
                .orElseThrow(() -> new DeliveryException(Remedy.RETRY, NOT_YET, "Discord is not connected yet"));
    }

    private static <T> T complete(RestActionImpl<T> action) throws DeliveryException {
        try {
            return action.complete(false);
        } catch (RateLimitedException e) {
            throw DiscordFailures.limited(e);
        } catch (ErrorResponseException e) {
            throw DiscordFailures.of(e);
        } catch (RuntimeException e) {
            // JDA rethrows what it could not read in an answer; the message may be posted.
            throw DiscordFailures.broken(e.getCause());
        }
    }
}
