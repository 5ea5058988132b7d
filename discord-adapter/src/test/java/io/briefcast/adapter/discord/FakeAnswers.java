package io.briefcast.adapter.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What is said to interactions, by the rules of
 * https://docs.discord.com/developers/interactions/receiving-and-responding: one callback of a kind that fits, edits and
 * further messages only after it, within three seconds and a quarter of an hour.
 */
final class FakeAnswers {
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int FORM = 5;
    private static final int DEFERRED_MESSAGE = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int CHOICES = 8;
    private static final int MODAL = 9;
    private static final int EPHEMERAL = 1 << 6;
    private static final Duration UNTIL_ACKNOWLEDGED = Duration.ofSeconds(3);
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int UNKNOWN_INTERACTION = 10062;
    private static final int INVALID_TOKEN = 50027;
    private static final int UNKNOWN_WEBHOOK = 10015;
    private static final int ACKNOWLEDGED_ALREADY = 40060;
    private static final int INVALID = 50035;

    private final Map<String, Asked> expected = new HashMap<>();
    private final Map<String, DataObject> callbacks = new HashMap<>();
    private final Map<String, List<Said>> said = new HashMap<>();
    private Duration now = Duration.ZERO;

    /** An interaction of some type, and when it came. */
    private record Asked(int type, Duration at) {}

    /**
     * Something that somebody got to see.
     *
     * @param kind how it came
     * @param alone whether only the asker sees it
     */
    record Said(Kind kind, boolean alone, DataObject body) {
        String text() {
            return body.toString();
        }

        /** The words as people read them: without the backslashes that Discord takes away. */
        String words() {
            return body.toString().replaceAll("\\\\{2}([^A-Za-z0-9\\s])", "$1");
        }
    }

    /** Ways to answer. */
    enum Kind {
        MESSAGE,
        REPLACEMENT,
        CHOICES,
        FORM
    }

    /** What comes of a request. */
    sealed interface Outcome {
        record Refused(int status, int code) implements Outcome {}

        record Acknowledged(DataObject body) implements Outcome {}

        record Said(DataObject message) implements Outcome {}
    }

    void expect(String token, int type) {
        expected.put(token, new Asked(type, now));
    }

    /** Time goes by for whoever waits. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    private boolean isOver(Asked asked, Duration time) {
        return now.minus(asked.at()).compareTo(time) > 0;
    }

    List<Said> to(String token) {
        return List.copyOf(said.getOrDefault(token, List.of()));
    }

    Outcome callback(String id, String token, DataObject callback) {
        Asked asked = expected.get(token);
        if (asked == null || (isOver(asked, UNTIL_ACKNOWLEDGED) && !callbacks.containsKey(token))) {
            return new Outcome.Refused(404, UNKNOWN_INTERACTION);
        }
        if (callbacks.containsKey(token)) {
            return new Outcome.Refused(400, ACKNOWLEDGED_ALREADY);
        }
        DataObject data = callback.optObject("data").orElseGet(DataObject::empty);
        int type = callback.getInt("type");
        if (!fits(asked.type(), type) || !faults(type, data).isEmpty()) {
            return new Outcome.Refused(400, INVALID);
        }
        callbacks.put(token, callback);
        if (type == CHOICES || type == MODAL) {
            said.computeIfAbsent(token, ignored -> new ArrayList<>())
                    .add(new Said(type == CHOICES ? Kind.CHOICES : Kind.FORM, true, data));
        }
        return new Outcome.Acknowledged(DataObject.empty()
                .put("interaction", DataObject.empty().put("id", id).put("type", asked.type())));
    }

    private static boolean fits(int asked, int callback) {
        return switch (asked) {
            case COMMAND -> callback == DEFERRED_MESSAGE || callback == MODAL;
            case FORM -> callback == DEFERRED_MESSAGE;
            case COMPONENT -> callback == DEFERRED_UPDATE;
            case AUTOCOMPLETE -> callback == CHOICES;
            default -> false;
        };
    }

    private static List<String> faults(int type, DataObject data) {
        return switch (type) {
            case MODAL -> ModalRules.faults(data);
            case CHOICES -> choiceFaults(data.getArray("choices"));
            default ->
                (data.getInt("flags", 0) & ~EPHEMERAL) == 0 ? List.of() : List.of("a deferral is ephemeral or not");
        };
    }

    private static List<String> choiceFaults(DataArray choices) {
        List<String> faults = new ArrayList<>();
        if (choices.length() > 25) {
            faults.add("too many choices");
        }
        for (int i = 0; i < choices.length(); i++) {
            int name = choices.getObject(i).getString("name").length();
            int value = choices.getObject(i).getString("value").length();
            if (name < 1 || name > 100 || value > 100) {
                faults.add("a choice too long");
            }
        }
        return faults;
    }

    Outcome answer(String token, boolean edit, DataObject body) {
        Asked asked = expected.get(token);
        DataObject callback = callbacks.get(token);
        if (asked == null
                || callback == null
                || callback.getInt("type") == CHOICES
                || callback.getInt("type") == MODAL) {
            return new Outcome.Refused(404, UNKNOWN_WEBHOOK);
        }
        if (isOver(asked, LIFE)) {
            return new Outcome.Refused(401, INVALID_TOKEN);
        }
        boolean deferred = callback.getInt("type") == DEFERRED_MESSAGE;
        int flags = edit && deferred
                ? callback.optObject("data")
                        .map(data -> data.getInt("flags", 0))
                        .orElse(0)
                : body.getInt("flags", 0);
        Kind kind = edit && !deferred ? Kind.REPLACEMENT : Kind.MESSAGE;
        said.computeIfAbsent(token, ignored -> new ArrayList<>()).add(new Said(kind, (flags & EPHEMERAL) != 0, body));
        return new Outcome.Said(body);
    }
}
