package io.briefcast.adapter.slack;

import io.briefcast.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells requests that Slack sent just now from all others, before anything reads them: HMAC-SHA256 over {@code
 * v0:timestamp:body} (https://docs.slack.dev/authentication/verifying-requests-from-slack), a timestamp of at most five
 * minutes ago or ahead, and no signature twice.
 */
final class SlackSignature {
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    /** Only Slack can add an entry; ten minutes of its busiest app fit. */
    private static final int MAX_SEEN = 100_000;

    private final SecretKeySpec key;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    SlackSignature(Secret signingSecret) {
        this.key = new SecretKeySpec(signingSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What a request is. */
    enum Verdict {
        GENUINE,
        /** Slack's own, but it has come before. */
        REPLAYED,
        FORGED
    }

    /**
     * Judges a request, and remembers it when it is genuine.
     *
     * @param timestamp header {@code X-Slack-Request-Timestamp}, in seconds
     * @param signature header {@code X-Slack-Signature}
     */
    Verdict judge(String timestamp, String signature, byte[] body, Instant now) {
        boolean genuine = isRecent(timestamp, now)
                && MessageDigest.isEqual(
                        expected(timestamp, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
        if (!genuine) {
            return Verdict.FORGED;
        }
        return isNew(signature, now) ? Verdict.GENUINE : Verdict.REPLAYED;
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (!timestamp.matches("\\d{1,11}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(WINDOW) <= 0;
    }

    private String expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private synchronized boolean isNew(String signature, Instant now) {
        Instant forgotten = now.minus(WINDOW.multipliedBy(2));
        var oldest = seen.entrySet().iterator();
        while (oldest.hasNext()) {
            Instant at = oldest.next().getValue();
            if (at.isAfter(forgotten) && seen.size() < MAX_SEEN) {
                break;
            }
            oldest.remove();
        }
        return seen.putIfAbsent(signature, now) == null;
    }
}
