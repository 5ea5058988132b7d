package io.briefcast.command;

import java.util.Comparator;
import java.util.List;
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
        String line = typed.strip();
        return commands.stream()
                .filter(command -> rest(line, command.spec().path()).isPresent())
                .max(Comparator.comparingInt(command -> command.spec().path().length()))
                .map(command ->
                        new Typed(command, rest(line, command.spec().path()).orElse("")));
    }

    /** What stands behind the words of a path, however wide the gaps between them; empty when they are other words. */
    private static Optional<String> rest(String line, String path) {
        int end = 0;
        for (String word : path.split(" ", -1)) {
            while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
                end++;
            }
            if (!line.regionMatches(true, end, word, 0, word.length())) {
                return Optional.empty();
            }
            end += word.length();
            if (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
                return Optional.empty();
            }
        }
        return Optional.of(line.substring(end).strip());
    }

    /** A typed command and the words behind it. */
    public record Typed(Command command, String rest) {}
}
