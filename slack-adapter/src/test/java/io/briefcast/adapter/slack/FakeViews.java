package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms and home tabs of {@link FakeSlack}: a trigger opens one for three seconds, and one only. */
final class FakeViews {
    private static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final FakePeople people;
    private final FakePictures pictures;
    private final Map<String, JsonObject> views = new HashMap<>();
    private final Map<String, Instant> triggers = new HashMap<>();
    private final Set<String> usedTriggers = new HashSet<>();
    private long sequence;

    FakeViews(InstantSource clock, FakePeople people, FakePictures pictures) {
        this.clock = clock;
        this.people = people;
        this.pictures = pictures;
    }

    String trigger(String id) {
        triggers.put("trigger-" + id, clock.instant().plus(TRIGGER_LIFE));
        return "trigger-" + id;
    }

    Map<String, JsonObject> all() {
        return Map.copyOf(views);
    }

    /** Method {@code views.open}. */
    Answered open(Map<String, String> arguments) {
        String trigger = arguments.getOrDefault("trigger_id", "");
        if (!triggers.containsKey(trigger)) {
            return Answered.refused("invalid_trigger_id");
        }
        if (!usedTriggers.add(trigger)) {
            return Answered.refused("exchanged_trigger_id");
        }
        if (!triggers.get(trigger).isAfter(clock.instant())) {
            return Answered.refused("expired_trigger_id");
        }
        return put("V" + ++sequence, arguments);
    }

    /** Method {@code views.update}. */
    Answered update(Map<String, String> arguments) {
        String id = arguments.getOrDefault("view_id", "");
        if (!views.containsKey(id)) {
            return Answered.refused("not_found");
        }
        String hash = views.get(id).get("hash").getAsString();
        return arguments.getOrDefault("hash", hash).equals(hash)
                ? put(id, arguments)
                : Answered.refused("hash_conflict");
    }

    /** Method {@code views.publish}. */
    Answered publish(String team, Map<String, String> arguments) {
        String user = arguments.getOrDefault("user_id", "");
        return people.isElsewhere(user, team) ? Answered.refused("user_not_found") : put("home-" + user, arguments);
    }

    List<String> acknowledge(String viewId, JsonObject acknowledgement) {
        if (!acknowledgement.get("response_action").getAsString().equals("update")) {
            return List.of();
        }
        JsonObject view = acknowledgement.getAsJsonObject("view");
        List<String> faultsOfView = BlockKitRules.viewFaults(view);
        show(viewId, view.deepCopy());
        return faultsOfView;
    }

    private Answered put(String id, Map<String, String> arguments) {
        JsonObject view =
                JsonParser.parseString(arguments.getOrDefault("view", "{}")).getAsJsonObject();
        if (!BlockKitRules.viewFaults(view).isEmpty() || pictures.spoil(view)) {
            return Answered.refused("invalid_arguments");
        }
        show(id, view);
        return Answered.ok(answer -> answer.add("view", view));
    }

    private void show(String id, JsonObject view) {
        view.addProperty("id", id);
        view.addProperty("hash", "hash-" + ++sequence);
        views.put(id, view);
    }
}
