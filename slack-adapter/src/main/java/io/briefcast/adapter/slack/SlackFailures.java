package io.briefcast.adapter.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * What helps when Slack refuses or falls silent. Errors are those of
 * https://docs.slack.dev/reference/methods/chat.postMessage; details name the error only, never a token or a text.
 */
final class SlackFailures {
    private static final int MAX_ERROR = 60;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;
    /** Slack names a time with every 429; without one this is the length of its shortest window. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);
    /** Slack does not say when a workspace's allowance of messages comes back: it is a matter of hours. */
    private static final Duration ALLOWANCE = Duration.ofHours(1);
    /** As long as an operator may take to mend a token or a right. */
    private static final Duration REPAIR = Duration.ofMinutes(10);

    /** Nothing can be posted there any more. */
    private static final Set<String> GONE = Set.of(
            "account_inactive",
            "cannot_dm_bot",
            "cannot_reply_to_message",
            "channel_not_found",
            "is_archived",
            "is_inactive",
            "messages_tab_disabled",
            "not_in_channel",
            "org_login_required",
            "posting_to_general_channel_denied",
            "restricted_action",
            "restricted_action_non_threadable_channel",
            "restricted_action_read_only_channel",
            "restricted_action_thread_locked",
            "restricted_action_thread_only_channel",
            "team_access_not_granted",
            "team_not_found",
            "token_revoked",
            "user_disabled",
            "user_is_bot",
            "user_not_found",
            "user_not_visible");

    /** Slack's answer to this message, whatever the place. */
    private static final Set<String> UNFIT = Set.of(
            "as_user_not_supported",
            "attachment_payload_limit_exceeded",
            "blocked_file_type",
            "draft_already_deleted",
            "draft_already_sent",
            "draft_has_conflict",
            "draft_not_found",
            "duplicate_channel_not_found",
            "duplicate_message_not_found",
            "invalid_arguments",
            "invalid_arg_name",
            "invalid_array_arg",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_charset",
            "invalid_form_data",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "invalid_post_type",
            "markdown_text_conflict",
            "metadata_must_be_sent_from_app",
            "metadata_too_large",
            "missing_file_data",
            "missing_post_type",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "slack_connect_canvas_sharing_blocked",
            "slack_connect_file_link_sharing_blocked",
            "slack_connect_lists_sharing_blocked",
            "too_many_attachments",
            "too_many_contact_cards");

    /** A fault of the installation: its operator can mend it, and nobody has to subscribe again. */
    private static final Set<String> MISCONFIGURED = Set.of(
            "access_denied",
            "deprecated_endpoint",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "invalid_auth",
            "method_deprecated",
            "missing_args",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "not_authed",
            "token_expired",
            "two_factor_setup_required");

    /** What Slack says of a token that is another one than is wanted, or no longer any. */
    private static final Set<String> OF_TOKENS = Set.of(
            "account_inactive",
            "invalid_auth",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "not_authed",
            "token_expired",
            "token_revoked");

    /** What passes by itself. */
    private static final Set<String> PASSING = Set.of(
            "accesslimited",
            "message_limit_exceeded",
            "ratelimited",
            "rate_limited",
            "service_unavailable",
            "team_added_to_org");

    /** Slack says of these that the message may be posted. */
    private static final Set<String> AMBIGUOUS = Set.of("fatal_error", "internal_error", "request_timeout");

    private SlackFailures() {}

    /** Whether an error has a remedy of its own; every other one is taken for ambiguous. */
    static boolean isKnown(String error) {
        return Stream.of(GONE, UNFIT, MISCONFIGURED, PASSING, AMBIGUOUS).anyMatch(errors -> errors.contains(error));
    }

    /**
     * Slack answered {@code ok: false}.
     *
     * @param needed the scope that it asks for, where it is one that is missing
     */
    static DeliveryException refused(String error, Optional<String> needed) {
        Optional<String> scope =
                needed.filter(name -> error.equals("missing_scope") && name.matches("[a-z:._,]{1,60}"));
        return scope.map(name -> new DeliveryException(
                        Remedy.RETRY,
                        REPAIR,
                        "the app lacks the scope %s: paste the manifest anew and install it again".formatted(name)))
                .orElseGet(() -> refused(error));
    }

    /** The same where nothing is known but the error. */
    static DeliveryException refused(String error) {
        String detail = "Slack answered " + word(error);
        if (GONE.contains(error)) {
            return new DeliveryException(Remedy.DISABLE, Duration.ZERO, detail);
        }
        if (UNFIT.contains(error)) {
            return new DeliveryException(Remedy.DROP, Duration.ZERO, detail);
        }
        if (MISCONFIGURED.contains(error)) {
            return new DeliveryException(Remedy.RETRY, REPAIR, detail + "; look at the app's token and scopes");
        }
        if (PASSING.contains(error)) {
            return new DeliveryException(Remedy.RETRY, pause(error), detail);
        }
        // An error that is new to us may mean anything, as the ambiguous ones do.
        return new DeliveryException(Remedy.LOOK, Duration.ZERO, detail);
    }

    private static String word(String error) {
        return error.length() <= MAX_ERROR && error.matches("[a-z0-9_]+") ? error : "an unreadable error";
    }

    /** Whether it is the token that Slack does not take. */
    static boolean isOfToken(String error) {
        return OF_TOKENS.contains(error);
    }

    private static Duration pause(String error) {
        return switch (error) {
            case "ratelimited", "rate_limited" -> UNTOLD;
            case "message_limit_exceeded" -> ALLOWANCE;
            default -> Duration.ZERO;
        };
    }

    /** Slack, or something before it, answered with an HTTP error. */
    static DeliveryException status(SlackApiException failure) {
        int status = failure.getResponse().code();
        String detail = "Slack answered HTTP " + status;
        if (status == TOO_MANY_REQUESTS) {
            return new DeliveryException(
                    Remedy.RETRY, retryAfter(failure.getResponse().header("Retry-After")), detail);
        }
        Remedy remedy = status >= SERVER_ERROR || status == REQUEST_TIMEOUT ? Remedy.LOOK : Remedy.RETRY;
        return new DeliveryException(remedy, Duration.ZERO, detail);
    }

    /** The call broke off. */
    static DeliveryException broken(IOException failure) {
        return neverArrived(failure)
                ? new DeliveryException(Remedy.RETRY, Duration.ZERO, "Slack cannot be reached")
                : new DeliveryException(Remedy.LOOK, Duration.ZERO, "the connection to Slack broke off");
    }

    /** Whether a call broke off before anything of it was sent. */
    static boolean neverArrived(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof SSLHandshakeException;
    }

    /** The answer was no JSON, as from a proxy's page; the message may be posted. */
    static DeliveryException garbled(JsonParseException ignored) {
        return new DeliveryException(Remedy.LOOK, Duration.ZERO, "Slack's answer cannot be read");
    }

    private static Duration retryAfter(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : UNTOLD;
    }
}
