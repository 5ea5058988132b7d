package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The people of {@link FakeSlack}. */
final class FakePeople {
    private final Map<String, JsonObject> people = new HashMap<>();
    private final Map<String, String> teams = new HashMap<>();

    void add(String team, String id, String name, String zone, boolean admin) {
        JsonObject person = Answered.object("id", id);
        person.addProperty("tz", zone);
        person.addProperty("locale", "en-GB");
        person.addProperty("is_admin", admin);
        person.add("profile", Answered.object("display_name", name));
        people.put(id, person);
        teams.put(id, team);
    }

    void stranger(String id) {
        Optional.ofNullable(people.get(id)).orElseThrow().addProperty("team_id", "T0OTHER");
    }

    /** Whether a workspace does not know somebody because another one does. */
    boolean isElsewhere(String id, String team) {
        return !teams.getOrDefault(id, team).equals(team);
    }

    /** Method {@code users.info}. */
    Answered info(String team, String id) {
        return people.containsKey(id) && !isElsewhere(id, team)
                ? Answered.ok(answer -> answer.add("user", people.get(id)))
                : Answered.refused("user_not_found");
    }
}
