package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code /briefcast help}: every command, or one of them in full. */
final class Help implements Command {
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast help",
            "What you can ask",
            List.of(Option.optional("command", "The command to explain, such as subscribe", Kind.TEXT)),
            "/briefcast help subscribe",
            false);

    private final List<CommandSpec> specs;

    Help(List<Command> others) {
        List<CommandSpec> all =
                new ArrayList<>(others.stream().map(Command::spec).toList());
        all.add(SPEC);
        this.specs = List.copyOf(all);
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        return request.option("command").isPresent()
                ? one(request.option("command").get())
                : all();
    }

    private Answer all() {
        return Said.under("What you can ask")
                .lines(specs.stream()
                        .map(spec -> "/%s: %s%s".formatted(spec.path(), spec.summary(), who(spec.right())))
                        .toList())
                .and("Under every insight: More like this and Less like this change your briefs, Save keeps it, "
                        + "Related finds what other shows say, Why tells what speaks for it, Listen plays the moment.")
                .note("/briefcast help subscribe explains a command with its options.")
                .toAsker();
    }

    private static String who(Right right) {
        return switch (right) {
            case NONE -> "";
            case PLACE -> " (channel managers)";
            case WORKSPACE -> " (workspace managers)";
        };
    }

    private Answer one(String typed) throws InvalidCommand {
        String name = typed.toLowerCase(Locale.ROOT).replaceFirst("^/", "").strip();
        List<CommandSpec> found = specs.stream()
                .filter(spec -> spec.path().equals(name) || spec.path().startsWith("briefcast " + name))
                .toList();
        if (found.isEmpty()) {
            throw new InvalidCommand(
                    "There is no command '%s'.".formatted(InvalidCommand.echo(typed)),
                    "/briefcast help names all of them.",
                    SPEC.example());
        }
        Said said = Said.under("/" + found.getFirst().path());
        found.forEach(spec -> explain(said, spec));
        return said.toAsker();
    }

    private static void explain(Said said, CommandSpec spec) {
        said.and(spec.usage() + "\n" + spec.summary() + ".");
        said.lines(spec.options().stream()
                .map(option -> "%s: %s%s"
                        .formatted(
                                option.name(),
                                option.summary(),
                                option.choices().isEmpty() ? "" : " (" + String.join(", ", option.choices()) + ")"))
                .toList());
        said.note("Example: " + spec.example());
    }
}
