package io.briefcast.adapter.discord;

import java.util.HashMap;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What {@link FakeDiscord} answers.
 *
 * @param drop whether the connection dies in place of an answer
 * @param dying whether nobody else is answered until {@code last} is done
 * @param last happens right after the answer, or in its place
 */
record FakeReply(int status, String body, Map<String, String> headers, boolean drop, boolean dying, Runnable last) {
    /** Discord did what it was asked. */
    static FakeReply of(Object body) {
        return page(200, body.toString());
    }

    /** Discord refuses, with its own error code. */
    static FakeReply error(int status, int code) {
        return page(status, told(code).toString());
    }

    /** Discord refuses as a test has told it to. */
    static FakeReply of(Fault.Status fault) {
        DataObject body = told(fault.code());
        String after = fault.headers().get("Retry-After");
        if (after != null) {
            body.put("retry_after", Double.parseDouble(after));
        }
        return new FakeReply(fault.status(), body.toString(), fault.headers(), false, false, () -> {});
    }

    /** Too many requests, of everything or of one kind in one place. */
    static FakeReply tooMany(long seconds, boolean global) {
        DataObject body = told(0).put("retry_after", (double) seconds).put("global", global);
        Map<String, String> headers = new HashMap<>();
        headers.put("Retry-After", Long.toString(seconds));
        headers.put("X-RateLimit-Scope", global ? "global" : "user");
        if (global) {
            headers.put("X-RateLimit-Global", "true");
        }
        return new FakeReply(429, body.toString(), headers, false, false, () -> {});
    }

    /** Somebody answers with these words. */
    static FakeReply page(int status, String body) {
        return new FakeReply(status, body, Map.of(), false, false, () -> {});
    }

    /** Nobody answers. */
    static FakeReply none() {
        return new FakeReply(0, "", Map.of(), true, false, () -> {});
    }

    /** The same, and whoever asked dies of it. */
    FakeReply deadly(boolean answered, Runnable kill) {
        return new FakeReply(status, body, headers, !answered, true, kill);
    }

    private static DataObject told(int code) {
        return DataObject.empty().put("code", code).put("message", "as told");
    }
}
