package io.briefcast.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every command there is; platforms register from it, help prints it, the router looks in it. */
public final class CommandCatalogue {
    private final List<Command> commands;

    /** The commands in the order in which help shows them. */
    public CommandCatalogue(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    public List<CommandSpec> specs() {
        return commands.stream().map(Command::spec).toList();
    }

    /** The command of that path. */
    public Optional<Command> find(String path) {
        return commands.stream()
                .filter(command -> command.spec().path().equals(path))
                .findFirst();
    }

    /**
     * Splits what was typed behind the slash into the longest path that exists and the rest.
     *
     * @param typed such as {@code briefcast shows add https://…}
     */
    public Optional<Typed> read(String typed) {
        String words = typed.strip();
        return commands.stream()
                .filter(command -> startsWith(words, command.spec().path()))
                .max(Comparator.comparingInt(command -> command.spec().path().length()))
                .map(command -> new Typed(
                        command, words.substring(command.spec().path().length()).strip()));
    }

    private static boolean startsWith(String words, String path) {
        return words.toLowerCase(Locale.ROOT).startsWith(path)
                && (words.length() == path.length() || Character.isWhitespace(words.charAt(path.length())));
    }

    /** A typed command and the words behind it. */
    public record Typed(Command command, String rest) {}
}
