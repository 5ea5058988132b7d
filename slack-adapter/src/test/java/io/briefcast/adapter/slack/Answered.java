package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What {@link FakeSlack} answers a call with. */
record Answered(int status, Map<String, String> headers, String body) {
    /** Slack did it, and says more in its answer. */
    static Answered ok(Consumer<JsonObject> more) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", true);
        more.accept(answer);
        return new Answered(200, Map.of(), answer.toString());
    }

    static Answered refused(String error) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", false);
        answer.addProperty("error", error);
        return new Answered(200, Map.of(), answer.toString());
    }

    /** As Slack says it: by the status, with the time to wait. */
    static Answered tooMany(Duration wait) {
        return new Answered(
                429,
                Map.of("Retry-After", Long.toString(wait.toSeconds())),
                refused("ratelimited").body());
    }

    /** An object with one field. */
    static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }
}
