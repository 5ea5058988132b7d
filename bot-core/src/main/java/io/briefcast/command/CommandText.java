package io.briefcast.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the words behind a slash command where a platform has no native options: {@code compute strategy show:"The
 * Rack" since:7d}. Words that belong to no option go to the first one.
 */
public final class CommandText {
    /** Longer input is cut: no option needs more. */
    static final int MAX_LENGTH = 1_000;

    private static final Pattern NAMED =
            Pattern.compile("(?<=^|\\s)([a-zA-Z]{2,20}):(?:\"([^\"]*)\"|“([^”]*)”|(\\S*))(?=\\s|$)");

    private CommandText() {}

    /** Values by option name. */
    public static Map<String, String> options(CommandSpec spec, String text) {
        String given = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        Map<String, String> options = new HashMap<>();
        StringBuilder free = new StringBuilder();
        Matcher named = NAMED.matcher(given);
        int end = 0;
        while (named.find()) {
            String name = named.group(1).toLowerCase(Locale.ROOT);
            if (spec.option(name).isPresent()) {
                free.append(given, end, named.start());
                options.put(name, value(named));
                end = named.end();
            }
        }
        free.append(given.substring(end));
        String words = free.toString().strip();
        if (!words.isEmpty() && !spec.options().isEmpty()) {
            options.putIfAbsent(spec.options().getFirst().name(), words);
        }
        return options;
    }

    private static String value(Matcher named) {
        for (int group = 2; group <= 4; group++) {
            String value = named.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
