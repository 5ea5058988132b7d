package io.briefcast.adapter.discord;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.ICommandReference;

/**
 * Commands that texts name, as mentions: everybody reads them under the names that their own Discord shows, and a press
 * takes them to the input. Until Discord has told the ids they stay words.
 */
final class DiscordMentions {
    private volatile Known known = Known.of(List.of());

    private record Known(Map<String, String> byPath, Pattern paths) {
        /** Longer paths first: some are the beginning of others. */
        static Known of(Collection<? extends ICommandReference> commands) {
            Map<String, String> byPath = commands.stream()
                    .collect(Collectors.toMap(
                            ICommandReference::getFullCommandName,
                            ICommandReference::getAsMention,
                            (one, same) -> one));
            String any = byPath.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return new Known(byPath, Pattern.compile("(?<![\\w/<])/(" + any + ")(?![\\w-])"));
        }
    }

    /** What Discord knows from now on. */
    void know(List<Command> commands) {
        known = Known.of(commands.stream()
                .filter(command -> command.getType() == Command.Type.SLASH)
                .flatMap(DiscordMentions::usable)
                .toList());
    }

    /** A command that has parts cannot be used itself. */
    private static Stream<ICommandReference> usable(Command command) {
        List<ICommandReference> parts = Stream.concat(
                        command.getSubcommands().stream(),
                        command.getSubcommandGroups().stream().flatMap(group -> group.getSubcommands().stream()))
                .map(Function.<ICommandReference>identity())
                .toList();
        return parts.isEmpty() ? Stream.of(command) : parts.stream();
    }

    /** Escaped text of our own with its commands as mentions. */
    String in(String markdown) {
        Known all = known;
        return all.byPath().isEmpty()
                ? markdown
                : all.paths()
                        .matcher(markdown)
                        .replaceAll(path -> all.byPath().getOrDefault(path.group(1), path.group()));
    }
}
