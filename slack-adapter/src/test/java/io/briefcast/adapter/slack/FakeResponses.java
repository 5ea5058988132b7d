package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The addresses that {@link FakeSlack} gives with every command and press: good for half an hour and five answers. */
final class FakeResponses {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int MOST = 5;
    private static final Set<String> ARGUMENTS =
            Set.of("response_type", "text", "blocks", "replace_original", "delete_original", "thread_ts", "metadata");

    private final InstantSource clock;
    private final FakePictures pictures;
    private final Map<String, Instant> ends = new HashMap<>();
    private final List<Reply> replies = new ArrayList<>();

    FakeResponses(InstantSource clock, FakePictures pictures) {
        this.clock = clock;
        this.pictures = pictures;
    }

    void open(String id) {
        ends.put(id, clock.instant().plus(LIFE));
    }

    List<Reply> replies() {
        return List.copyOf(replies);
    }

    List<Reply> replies(String id) {
        return replies.stream().filter(reply -> reply.id().equals(id)).toList();
    }

    Answered take(String id, JsonObject body) {
        String refusal = refusal(id, body);
        if (!refusal.isEmpty()) {
            return new Answered(404, Map.of(), refusal);
        }
        replies.add(new Reply(id, body));
        return new Answered(200, Map.of(), "ok");
    }

    /** Empty when it is taken. */
    private String refusal(String id, JsonObject body) {
        if (replies(id).size() >= MOST) {
            return "used_url";
        }
        if (!ends.getOrDefault(id, Instant.MIN).isAfter(clock.instant())) {
            return "expired_url";
        }
        if (!ARGUMENTS.containsAll(body.keySet())) {
            return "invalid_payload";
        }
        List<String> faultsOfBlocks = BlockKitRules.faults(body.getAsJsonArray("blocks"));
        return faultsOfBlocks.isEmpty() && !pictures.spoil(body) ? "" : "invalid_blocks " + faultsOfBlocks;
    }
}
