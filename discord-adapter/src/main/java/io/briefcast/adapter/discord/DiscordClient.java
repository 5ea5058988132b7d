package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Discord's REST API through JDA, which keeps the limits of every route, and tells what helps when it fails. Channels
 * go by their ids alone: JDA's own channels must be in its cache, which direct conversations and archived threads are not.
 */
final class DiscordClient {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordClient.class);
    /** A start takes seconds. */
    private static final Duration NOT_YET = Duration.ofSeconds(30);

    private final Session session;
    private final DiscordTurns turns;
    private final DiscordMentions mentions;

    /**
     * A client.
     *
     * @param turns waited for before every call but posts, which wait for the turn of their place
     */
    DiscordClient(Session session, DiscordTurns turns) {
        this(session, turns, new DiscordMentions());
    }

    private DiscordClient(Session session, DiscordTurns turns, DiscordMentions mentions) {
        this.session = session;
        this.turns = turns;
        this.mentions = mentions;
    }

    /** The same client with other turns. */
    DiscordClient with(DiscordTurns others) {
        return new DiscordClient(session, others, mentions);
    }

    /** The connection that calls go through. */
    interface Session {
        /** Any shard; empty before the first is there. */
        Optional<JDA> session();

        /** What is wrong with the gateway, in words; empty when all is well. */
        Optional<String> trouble();
    }

    /** The commands that Discord knows, for texts that name them. */
    DiscordMentions mentions() {
        return mentions;
    }

    /** What is wrong with the gateway, in words; empty when all is well. */
    Optional<String> trouble() {
        return session.trouble();
    }

    /** The bot's own user id. */
    String self() throws DeliveryException {
        return session().getSelfUser().getId();
    }

    /** A server as the bot sees it; empty when it is in no such server, or was told nothing of it yet. */
    Optional<Guild> server(String id) throws DeliveryException {
        JDA jda = session();
        ShardManager all = jda.getShardManager();
        return Optional.ofNullable(all == null ? jda.getGuildById(id) : all.getGuildById(id));
    }

    /** Whether the bot may read what was posted in a channel; asks nobody, and is empty where nobody has told us yet. */
    Optional<Boolean> readsHistory(long channel) throws DeliveryException {
        return DiscordRights.readsHistory(session(), channel);
    }

    /** Posts a body, and reads an object. */
    DataObject post(Route.CompiledRoute route, DataObject body) throws DeliveryException {
        return complete(new RestActionImpl<>(session(), route, body, (response, request) -> response.getObject()));
    }

    /** Sends a body and reads an object. */
    DataObject send(Route.CompiledRoute route, DataObject body) throws DeliveryException {
        turns.awaitAny();
        return post(route, body);
    }

    /** Reads an object. */
    DataObject object(Route.CompiledRoute route) throws DeliveryException {
        turns.awaitAny();
        return complete(new RestActionImpl<>(session(), route, (response, request) -> response.getObject()));
    }

    /** Reads an object that people may have deleted. */
    Optional<DataObject> unlessDeleted(Route.CompiledRoute route) throws DeliveryException {
        turns.awaitAny();
        return complete(
                new RestActionImpl<>(session(), route, (response, request) -> response.getObject()),
                DiscordFailures.DELETED);
    }

    /** Reads an object that the bot may not see. */
    Optional<DataObject> unlessDenied(Route.CompiledRoute route) throws DeliveryException {
        turns.awaitAny();
        return complete(
                new RestActionImpl<>(session(), route, (response, request) -> response.getObject()),
                DiscordFailures.DENIED);
    }

    /** Reads a list that the bot may not see. */
    Optional<DataArray> listUnlessDenied(Route.CompiledRoute route) throws DeliveryException {
        turns.awaitAny();
        return complete(
                new RestActionImpl<>(session(), route, (response, request) -> response.getArray()),
                DiscordFailures.DENIED);
    }

    private JDA session() throws DeliveryException {
        return session.session()
                .orElseThrow(() -> new DeliveryException(Remedy.RETRY, NOT_YET, "Discord is not connected yet"));
    }

    private <T> T complete(RestActionImpl<T> action) throws DeliveryException {
        return complete(action, Set.of()).orElseThrow();
    }

    /** Gives what came of it; empty for an error that is expected. */
    private <T> Optional<T> complete(RestActionImpl<T> action, Set<Integer> expected) throws DeliveryException {
        try {
            return Optional.of(action.complete(false));
        } catch (RateLimitedException e) {
            throw DiscordFailures.limited(e);
        } catch (ErrorResponseException e) {
            if (expected.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw refused(e);
        } catch (RuntimeException e) {
            // JDA rethrows what it could not read in an answer; the message may be posted.
            throw DiscordFailures.broken(e.getCause());
        }
    }

    /** Whatever was called, others hold back where they would fail the same way. */
    private DeliveryException refused(ErrorResponseException answer) {
        DeliveryException failure = DiscordFailures.of(answer);
        switch (DiscordFailures.scope(answer)) {
            case EVERYTHING -> turns.pauseAll(failure.retryAfter());
            case OPENING -> turns.pauseOpening(failure.retryAfter());
            case THIS -> {}
        }
        if (!answer.getSchemaErrors().isEmpty()) {
            LOG.warn("Discord found faults in a request: {}", DiscordFailures.faults(answer));
        }
        return failure;
    }
}
