package io.briefcast.adapter.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.adapter.slack.FakeSlack.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Descriptions of Slack's methods, one JSON file each, in the folder that SLACK_METHODS names. */
final class SlackMethods {
    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getenv("SLACK_METHODS")).map(Path::of).filter(Files::isDirectory);

    private SlackMethods() {}

    /** Whether there are any. */
    static boolean areDescribed() {
        return FOLDER.isPresent();
    }

    static JsonObject described(String method) {
        try {
            String json = Files.readString(FOLDER.orElseThrow().resolve(method + ".json"));
            return JsonParser.parseString(json).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no description of " + method, e);
        }
    }

    /** What is wrong with calls that were made, by the descriptions; nothing where there are none. */
    static List<String> faults(List<Call> calls) {
        List<String> faults = new ArrayList<>();
        if (areDescribed()) {
            calls.forEach(call -> faults.addAll(faults(call)));
        }
        return faults;
    }

    private static List<String> faults(Call call) {
        List<String> faults = new ArrayList<>();
        JsonObject arguments = described(call.method()).getAsJsonObject("args");
        call.arguments().keySet().stream()
                .filter(name -> !arguments.has(name))
                .forEach(name -> faults.add(call.method() + ": unknown argument " + name));
        for (Map.Entry<String, JsonElement> argument : arguments.entrySet()) {
            boolean required =
                    argument.getValue().getAsJsonObject().get("required").getAsBoolean();
            if (required && call.argument(argument.getKey()).isEmpty()) {
                faults.add(call.method() + ": no " + argument.getKey());
            }
        }
        return faults;
    }
}
