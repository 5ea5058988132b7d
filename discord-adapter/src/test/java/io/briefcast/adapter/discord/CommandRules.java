package io.briefcast.adapter.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord asks of commands, after https://docs.discord.com/developers/interactions/application-commands. */
final class CommandRules {
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");

    private CommandRules() {}

    static List<String> faults(DataArray commands) {
        List<String> faults = new ArrayList<>();
        names(commands, faults);
        for (int i = 0; i < commands.length(); i++) {
            if (commands.getObject(i).getInt("type", 1) == 1) {
                command(commands.getObject(i), faults);
                int length = length(commands.getObject(i));
                require(length <= 8_000, "%d characters in all".formatted(length), faults);
            }
        }
        return faults;
    }

    private static void command(DataObject command, List<String> faults) {
        String name = command.getString("name");
        require(NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT)), name, faults);
        int length = command.getString("description", "").length();
        require(length >= 1 && length <= 100, "description of " + name, faults);
        localized(command, faults);
        DataArray options = command.optArray("options").orElseGet(DataArray::empty);
        require(options.length() <= 25, "too many options of " + name, faults);
        names(options, faults);
        boolean optional = false;
        for (int i = 0; i < options.length(); i++) {
            DataObject option = options.getObject(i);
            boolean required = option.getBoolean("required", false);
            require(!(required && optional), "a required option after an optional one of " + name, faults);
            optional |= !required;
            require(
                    option.optArray("choices").orElseGet(DataArray::empty).length() <= 25,
                    "too many choices of " + name,
                    faults);
            command(option, faults);
        }
    }

    /** Names, descriptions and choices of a command and of all below it; the longest language counts. */
    private static int length(DataObject command) {
        int length = longest(command, "name")
                + longest(command, "description")
                + command.getString("value", "").length();
        for (String inner : List.of("options", "choices")) {
            DataArray parts = command.optArray(inner).orElseGet(DataArray::empty);
            for (int i = 0; i < parts.length(); i++) {
                length += length(parts.getObject(i));
            }
        }
        return length;
    }

    private static int longest(DataObject command, String what) {
        return Math.max(
                command.getString(what, "").length(),
                command.optObject(what + "_localizations").stream()
                        .flatMap(words -> words.keys().stream().map(words::getString))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0));
    }

    private static void localized(DataObject command, List<String> faults) {
        command.optObject("description_localizations")
                .ifPresent(words -> words.keys()
                        .forEach(key -> require(
                                words.getString(key).length() <= 100
                                        && !words.getString(key).isBlank(),
                                key,
                                faults)));
        command.optObject("name_localizations")
                .ifPresent(words -> words.keys()
                        .forEach(key ->
                                require(NAME.matcher(words.getString(key)).matches(), key, faults)));
    }

    private static void names(DataArray commands, List<String> faults) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < commands.length(); i++) {
            require(names.add(commands.getObject(i).getString("name")), "a name twice", faults);
        }
    }

    private static void require(boolean met, String otherwise, List<String> faults) {
        if (!met) {
            faults.add(otherwise);
        }
    }
}
