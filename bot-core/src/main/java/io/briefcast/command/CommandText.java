package io.briefcast.command;

import io.briefcast.message.Phrase;
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
    /** No option needs more: addresses have at most 2,000 characters, topics 300. */
    static final int MAX_LENGTH = 4_000;

    private static final Pattern NAMED =
            Pattern.compile("(?<=^|\\s)([a-zA-Z]{2,20}):(?:\"([^\"]*)\"|“([^”]*)”|(\\S*))(?=\\s|$)");

    private CommandText() {}

    /**
     * Values by option name.
     *
     * @throws InvalidCommand when the text is too long, or has words that belong to no option
     */
    public static Map<String, String> options(CommandSpec spec, String given) throws InvalidCommand {
        if (given.length() > MAX_LENGTH) {
            throw new InvalidCommand(
                    Phrase.of("That is too long: %,d characters.", given.length()),
                    Phrase.of("A command has at most %,d, and a topic at most 300.", MAX_LENGTH),
                    spec.example());
        }
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
            addFirst(options, spec, words);
        }
        return options;
    }

    private static void addFirst(Map<String, String> options, CommandSpec spec, String words) throws InvalidCommand {
        String first = spec.options().getFirst().name();
        if (options.putIfAbsent(first, words) != null) {
            throw new InvalidCommand(
                    Phrase.of("'%s' belongs to no option of /%s.", InvalidCommand.echo(words), spec.path()),
                    Phrase.of(
                            "There are %s; put a value of several words between quotation marks.",
                            spec.options().stream()
                                    .map(option -> option.name() + ":")
                                    .toList()),
                    spec.example());
        }
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
