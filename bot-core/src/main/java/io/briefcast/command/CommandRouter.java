package io.briefcast.command;

import io.briefcast.command.CommandCatalogue.Typed;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes what people ask on any platform to the command or button that answers it. Never throws for what they ask. */
public final class CommandRouter {
    private static final String HELP = "briefcast help";

    /** More commands than these are not all named where one is likely meant. */
    private static final int FEW = 8;

    private final CommandCatalogue catalogue;
    private final Map<String, Button> buttons;
    private final Notices notices;

    /** Without anything to say besides the answers. */
    public CommandRouter(CommandCatalogue catalogue, List<Button> buttons) {
        this(catalogue, buttons, asker -> List.of());
    }

    /** Buttons are found by their verbs, which are distinct. */
    public CommandRouter(CommandCatalogue catalogue, List<Button> buttons, Notices notices) {
        this.catalogue = catalogue;
        this.notices = notices;
        this.buttons = buttons.stream().collect(Collectors.toMap(Button::verb, Function.identity()));
    }

    /** Answers a whole typed line without its slash, such as {@code insights compute strategy since:7d}. */
    public Answer typed(Asker asker, Place place, String line, Instant now) {
        Optional<Typed> typed = catalogue.read(line);
        if (typed.isEmpty()) {
            return group(asker, place, line, now).orElseGet(() -> refusal(unknown(line), asker));
        }
        CommandSpec spec = typed.get().command().spec();
        try {
            Map<String, String> options = CommandText.options(spec, typed.get().rest());
            return answer(new CommandRequest(asker, place, spec.path(), options, now));
        } catch (InvalidCommand invalid) {
            return refusal(invalid, asker);
        }
    }

    /** The beginning of several commands is explained, such as {@code briefcast shows}. */
    private Optional<Answer> group(Asker asker, Place place, String line, Instant now) {
        NearMiss miss = miss(line);
        return catalogue
                .find(HELP)
                .filter(help -> miss.isGroup())
                .map(help ->
                        answer(new CommandRequest(asker, place, HELP, Map.of("command", below(miss.group())), now)));
    }

    /** Blank for the group of all. */
    private static String below(String group) {
        int first = group.indexOf(' ');
        return first < 0 ? "" : group.substring(first + 1);
    }

    /** Answers a command whose options the platform has already taken apart. */
    public Answer answer(CommandRequest request) {
        Optional<Command> command = catalogue.find(request.path());
        if (command.isEmpty()) {
            return refusal(unknown(request.path()), request.asker());
        }
        try {
            check(command.get().spec(), request);
            return noticed(command.get().answer(request), request.asker());
        } catch (InvalidCommand invalid) {
            return refusal(invalid, request.asker());
        }
    }

    /** What {@link #answer} would refuse the command with; empty when it would do it. Changes nothing. */
    public Optional<Answer> refusal(CommandRequest request) {
        Optional<Command> command = catalogue.find(request.path());
        if (command.isEmpty()) {
            return Optional.of(refusal(unknown(request.path()), request.asker()));
        }
        try {
            check(command.get().spec(), request);
            command.get().check(request);
            return Optional.empty();
        } catch (InvalidCommand invalid) {
            return Optional.of(refusal(invalid, request.asker()));
        }
    }

    /**
     * What the command would be refused with whatever its options are, as for want of a right; empty when it depends on
     * them. Changes nothing, and saves people from filling in a form in vain.
     */
    public Optional<Answer> refusalBeforehand(Asker asker, Place place, String path, Instant now) {
        Optional<Command> command = catalogue.find(path);
        if (command.isEmpty()) {
            return Optional.of(refusal(unknown(path), asker));
        }
        CommandSpec spec = command.get().spec();
        try {
            spec.right().require(asker, place, instead(spec.right()));
            if (spec.options().stream().noneMatch(Option::required)) {
                command.get().check(new CommandRequest(asker, place, path, Map.of(), now));
            }
            return Optional.empty();
        } catch (InvalidCommand invalid) {
            return Optional.of(refusal(invalid, asker));
        }
    }

    /** The answer with what else there is to say, where nobody but the asker sees it. */
    private Answer noticed(Answer answer, Asker asker) {
        List<String> more = answer.reach() == Answer.Reach.ASKER ? notices.of(asker) : List.of();
        if (more.isEmpty()) {
            return answer;
        }
        List<Block> blocks = new ArrayList<>(answer.message().blocks());
        more.forEach(sentence -> blocks.add(0, new Block.Paragraph(sentence)));
        return Answer.toAsker(answer.message().with(blocks));
    }

    /** Answers a pressed button. */
    public Answer press(Press press) {
        try {
            Answer answer = button(press).press(press, argument(press));
            return answer.labelled(in(press.asker().locale(), answer.labels()));
        } catch (InvalidCommand invalid) {
            return refusal(invalid, press.asker());
        }
    }

    /** What {@link #press} would refuse the button with; empty when it would do it. Changes nothing. */
    public Optional<Answer> refusal(Press press) {
        try {
            button(press).check(press, argument(press));
            return Optional.empty();
        } catch (InvalidCommand invalid) {
            return Optional.of(refusal(invalid, press.asker()));
        }
    }

    private Button button(Press press) throws InvalidCommand {
        Button button = buttons.get(press.actionId().split(":", 2)[0]);
        if (button == null) {
            throw new InvalidCommand(
                    "This button is from an older version and does nothing any more.",
                    "The commands do the same; /briefcast help lists them.",
                    "/briefcast help");
        }
        return button;
    }

    /** What stands behind the colon; empty where there is none. */
    private static String argument(Press press) {
        String[] parts = press.actionId().split(":", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private static Map<String, String> in(Locale language, Map<String, String> labels) {
        return labels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, label -> Phrase.of(label.getValue()).in(language)));
    }

    private static void check(CommandSpec spec, CommandRequest request) throws InvalidCommand {
        spec.right().require(request.asker(), request.place(), instead(spec.right()));
        for (Option option : spec.options()) {
            Optional<String> value = request.option(option.name());
            if (option.required() && value.isEmpty()) {
                throw new InvalidCommand(
                        Phrase.of("/%s needs a %s.", spec.path(), option.name()),
                        Phrase.of("%s.", Phrase.of(option.summary())),
                        spec.example());
            }
            if (value.isPresent()
                    && !option.choices().isEmpty()
                    && !option.choices().contains(value.get())) {
                throw new InvalidCommand(
                        Phrase.of("'%s' is no %s.", InvalidCommand.echo(value.get()), option.name()),
                        Phrase.of("Allowed are %s.", option.choices()),
                        spec.example());
            }
        }
    }

    private static String instead(Right right) {
        return right == Right.WORKSPACE ? "/briefcast topics mute The Rack kind:show" : "/briefcast subscribe at:8:00";
    }

    private InvalidCommand unknown(String line) {
        NearMiss miss = miss(line);
        List<String> near = miss.nearest();
        List<String> alike = miss.beginningAlike();
        Phrase all = near.isEmpty() || alike.size() <= FEW
                ? Phrase.of("There are %s.", slashed(alike))
                : Phrase.of("/briefcast help names all of them.");
        return new InvalidCommand(
                Phrase.of("There is no command '/%s'.", InvalidCommand.echo(line)),
                near.isEmpty() ? all : Phrase.of("Did you mean %s? %s", Phrase.or(slashed(near)), all),
                "/briefcast help");
    }

    private NearMiss miss(String line) {
        return new NearMiss(catalogue.specs().stream().map(CommandSpec::path).toList(), line);
    }

    private static List<String> slashed(List<String> paths) {
        return paths.stream().map(path -> "/" + path).toList();
    }

    /** What was wrong, what is allowed, an example; only for the person who asked. */
    static Answer refusal(InvalidCommand invalid, Asker asker) {
        Locale language = asker.locale();
        String wrong = invalid.wrong().in(language);
        return Answer.toAsker(new Message(
                wrong,
                List.of(
                        new Block.Paragraph(wrong + " " + invalid.allowed().in(language)),
                        new Block.Footnote(
                                Phrase.of("Example: %s", invalid.example()).in(language))),
                language));
    }
}
