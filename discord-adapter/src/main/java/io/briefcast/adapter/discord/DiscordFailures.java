package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import org.jspecify.annotations.Nullable;

/**
 * What helps when Discord refuses or falls silent. Codes are those of
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes; details name the code only, never a token or a
 * text. Nothing that was answered with 401 or 403 is tried again soon: Discord bans addresses for many of them.
 */
final class DiscordFailures {
    private static final int UNAUTHORIZED = 401;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int DM_TOO_FAST = 40003;
    private static final int SLOWMODE = 20016;
    /** As long as an operator may take to mend a token. */
    private static final Duration REPAIR = Duration.ofMinutes(10);
    /** Discord names no time for this; its block is a matter of minutes. */
    private static final Duration DM_PAUSE = Duration.ofMinutes(30);

    /** The person is gone, closed the direct conversation, left the server that we share, or blocked the bot. */
    private static final Set<Integer> CLOSED = Set.of(10013, 50007, 50033, 50278);
    /** Channel, server, access, right, a channel that takes no messages (any more), or a locked thread. */
    private static final Set<Integer> GONE = Set.of(10003, 10004, 50001, 50008, 50013, 50024, 50083, 160005);
    /** A message that is not there any more, or its channel. */
    static final Set<Integer> DELETED = Set.of(10003, 10008);
    /** The bot may not see it, or not what was said there; it may still post. */
    static final Set<Integer> DENIED = Set.of(50001, 50013);
    /** This message, whatever the place: unknown (deleted under the same nonce), too large, blocked words, empty, faulty. */
    private static final Set<Integer> UNFIT = Set.of(10008, 40005, 200000, 240000, 50006, 50035);

    private DiscordFailures() {}

    /** Discord's own answer, or none. */
    static DeliveryException of(ErrorResponseException failure) {
        Exception broken = failure.getResponse().getException();
        return broken == null ? refused(failure.getResponse().code, failure.getErrorCode()) : broken(broken);
    }

    /** What else would fail the same way. */
    enum Scope {
        /** Nothing, or only what goes to the same place. */
        THIS,
        /** The opening of any direct conversation. */
        OPENING,
        /** Every other call: many refusals bring a ban of the address. */
        EVERYTHING
    }

    /** What else would fail as this did. */
    static Scope scope(ErrorResponseException failure) {
        return failure.getResponse().getException() == null
                ? scope(failure.getResponse().code, failure.getErrorCode())
                : Scope.THIS;
    }

    /** The same for an answer. */
    static Scope scope(int status, int code) {
        if (code == DM_TOO_FAST) {
            return Scope.OPENING;
        }
        boolean all = status == UNAUTHORIZED || status == TOO_MANY_REQUESTS || isFromBetween(status, code);
        return all ? Scope.EVERYTHING : Scope.THIS;
    }

    /** Whether the same request may be taken a minute later: it is Discord that is in trouble, or the way to it. */
    static boolean mayPass(ErrorResponseException failure) {
        int status = failure.getResponse().code;
        return failure.getResponse().getException() != null || status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    /** Where a request is at fault, and Discord's names of the faults, but not what it said there. */
    static String faults(ErrorResponseException failure) {
        return failure.getSchemaErrors().stream()
                .map(fault -> fault.getLocation() + " "
                        + fault.getErrors().stream()
                                .map(ErrorResponseException.ErrorCode::getCode)
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    /** Discord asks to wait. */
    static DeliveryException limited(RateLimitedException failure) {
        return new DeliveryException(
                Remedy.RETRY, Duration.ofMillis(failure.getRetryAfter()), "Discord answered HTTP 429");
    }

    /** Discord answered with an error. */
    static DeliveryException refused(int status, int code) {
        String detail = "Discord answered HTTP %d, code %d".formatted(status, code);
        if (CLOSED.contains(code)) {
            return disable(detail + ": the person takes no direct messages from the bot");
        }
        if (GONE.contains(code)) {
            return disable(detail + ": the channel is gone, or the bot may not see it or write in it");
        }
        if (UNFIT.contains(code)) {
            return new DeliveryException(Remedy.DROP, Duration.ZERO, detail);
        }
        if (code == DM_TOO_FAST || code == SLOWMODE) {
            return new DeliveryException(Remedy.RETRY, DM_PAUSE, detail);
        }
        if (isFromBetween(status, code)) {
            return new DeliveryException(
                    Remedy.RETRY, REPAIR, detail + "; look at briefcast.discord.api-url and what stands in between");
        }
        return status(status, detail);
    }

    /**
     * Whether a refusal is none of what was asked, but one by a proxy, by Cloudflare, or of an address that is no API:
     * Discord's own name a code. JDA gives the status for the code where the answer is no JSON.
     */
    private static boolean isFromBetween(int status, int code) {
        return (status == FORBIDDEN || status == NOT_FOUND) && (code == 0 || code == status);
    }

    private static DeliveryException status(int status, String detail) {
        if (status == TOO_MANY_REQUESTS) {
            return new DeliveryException(Remedy.RETRY, REPAIR, detail);
        }
        if (status == UNAUTHORIZED) {
            return new DeliveryException(Remedy.RETRY, REPAIR, detail + "; look at briefcast.discord.token");
        }
        return status >= SERVER_ERROR || status == REQUEST_TIMEOUT
                ? new DeliveryException(Remedy.LOOK, Duration.ZERO, detail)
                : new DeliveryException(Remedy.DROP, Duration.ZERO, detail);
    }

    /** The call broke off, or its answer could not be read; the message may be posted. */
    static DeliveryException broken(@Nullable Throwable failure) {
        boolean never = failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLHandshakeException;
        return never
                ? new DeliveryException(Remedy.RETRY, Duration.ZERO, "Discord cannot be reached")
                : new DeliveryException(Remedy.LOOK, Duration.ZERO, "the connection to Discord broke off");
    }

    private static DeliveryException disable(String detail) {
        return new DeliveryException(Remedy.DISABLE, Duration.ZERO, detail);
    }
}
