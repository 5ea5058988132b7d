package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Right;
import io.briefcast.message.Phrase;
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
        Said said = request.option("command").isPresent()
                ? one(request.option("command").get())
                : all();
        return said.toAsker(request.asker());
    }

    private Said all() {
        return Said.under("What you can ask")
                .lines(specs.stream()
                        .map(spec -> Phrase.of(line(spec.right()), spec.path(), Phrase.of(spec.summary())))
                        .toList())
                .and("Under every insight: More like this and Less like this change your briefs, Save keeps it, "
                        + "Related finds what other shows say, Why tells what speaks for it, Listen plays the moment.")
                .note("/briefcast help subscribe explains a command with its options.");
    }

    private static String line(Right right) {
        return switch (right) {
            case NONE -> "/%s: %s";
            case PLACE -> "/%s: %s (channel managers)";
            case WORKSPACE -> "/%s: %s (workspace managers)";
        };
    }

    private Said one(String typed) throws InvalidCommand {
        String name = typed.toLowerCase(Locale.ROOT).replaceFirst("^/", "").strip();
        List<CommandSpec> found = specs.stream()
                .filter(spec -> spec.path().equals(name) || spec.path().startsWith("briefcast " + name))
                .toList();
        if (found.isEmpty()) {
            throw new InvalidCommand(
                    Phrase.of("There is no command '%s'.", InvalidCommand.echo(typed)),
                    Phrase.of("/briefcast help names all of them."),
                    SPEC.example());
        }
        Said said = Said.under("/%s", found.getFirst().path());
        found.forEach(spec -> explain(said, spec));
        return said;
    }

    private static void explain(Said said, CommandSpec spec) {
        said.lines(List.of(spec.usage(), Phrase.of("%s.", Phrase.of(spec.summary()))));
        said.lines(spec.options().stream()
                .map(option -> Phrase.of(
                        "%s: %s%s",
                        option.name(),
                        Phrase.of(option.summary()),
                        option.choices().isEmpty() ? "" : " (" + String.join(", ", option.choices()) + ")"))
                .toList());
        said.note("Example: %s", spec.example());
    }
}
