package io.briefcast.command;

import java.util.List;
import java.util.Optional;

/**
 * What a command is called and takes; platforms register their commands from it and help prints it.
 *
 * @param path one to three lower-case words, such as {@code briefcast shows add}
 * @param summary one sentence without a full stop, at most 100 characters
 * @param options in order; the first takes the free words of a typed command
 * @param example a whole command as one would type it
 * @param right what one must be allowed to change to use it
 */
public record CommandSpec(String path, String summary, List<Option> options, String example, Right right) {
    public CommandSpec {
        options = List.copyOf(options);
        if (summary.length() > 100) {
            throw new IllegalArgumentException("a summary has at most 100 characters: " + summary);
        }
    }

    /** A command for everybody, or for people who may change what the channel gets. */
    public CommandSpec(String path, String summary, List<Option> options, String example, boolean adminOnly) {
        this(path, summary, options, example, adminOnly ? Right.PLACE : Right.NONE);
    }

    /** Whether it is not for everybody. */
    public boolean adminOnly() {
        return right != Right.NONE;
    }

    /** The option of that name. */
    public Optional<Option> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** How it is typed: {@code /insights <topic> [show:…] [since:…]}. */
    public String usage() {
        StringBuilder usage = new StringBuilder("/").append(path);
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            String shown = i == 0 ? option.name() : option.name() + ":…";
            usage.append(option.required() ? " <" + shown + ">" : " [" + shown + "]");
        }
        return usage.toString();
    }

    /**
     * One option.
     *
     * @param kind what it holds, which decides how it is completed
     * @param choices the allowed values, none where any value of the kind is allowed
     */
    public record Option(String name, String summary, Kind kind, boolean required, List<String> choices) {
        public Option {
            choices = List.copyOf(choices);
        }

        /** An option that may be left out. */
        public static Option optional(String name, String summary, Kind kind) {
            return new Option(name, summary, kind, false, List.of());
        }

        /** An option that must be given. */
        public static Option required(String name, String summary, Kind kind) {
            return new Option(name, summary, kind, true, List.of());
        }

        /** An option with a short list of values. */
        public static Option choice(String name, String summary, List<String> choices) {
            return new Option(name, summary, Kind.TEXT, false, choices);
        }
    }

    /** What an option holds. */
    public enum Kind {
        TEXT,
        TOPIC,
        SHOW,
        NEW_SHOW,
        DAY,
        SINCE,
        TIME,
        ZONE,
        WEEKDAYS,
        COUNT
    }
}
