package io.briefcast.adapter.discord;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Place;
import io.briefcast.command.Press;
import io.briefcast.command.Right;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Commands and buttons that say what they were asked. */
final class Talk {
    static final Option TOPIC = Option.optional("topic", "What it is about", Kind.TOPIC);
    static final Option AT = Option.optional("at", "Time of day, such as 8:00", Kind.TIME);
    static final Option ZONE = Option.optional("zone", "Time zone, such as Europe/Berlin", Kind.ZONE);
    static final Option DAYS = Option.optional("days", "Weekdays, such as mon-fri", Kind.WEEKDAYS);
    static final Option COUNT = Option.optional("count", "How many insights at most, 1 to 10", Kind.COUNT);
    static final Option FORMAT = Option.choice("format", "How", List.of("cards", "markdown"));

    private Talk() {}

    static Message said(String words) {
        return new Message(words, List.of(new Block.Paragraph(words)));
    }

    static Button button(String verb, Function<Press, Answer> press) {
        return new Button() {
            @Override
            public String verb() {
                return verb;
            }

            @Override
            public void check(Press pressed, String argument) throws InvalidCommand {
                if (argument.equals("strange")) {
                    throw new InvalidCommand("That is not yours.", "Allowed is your own.", "/" + verb);
                }
            }

            @Override
            public Answer press(Press pressed, String argument) {
                return press.apply(pressed);
            }
        };
    }

    static Command command(
            String path, boolean adminOnly, List<Option> options, Function<CommandRequest, String> says) {
        Right right = !adminOnly ? Right.NONE : path.startsWith("briefcast shows ") ? Right.WORKSPACE : Right.PLACE;
        CommandSpec spec = new CommandSpec(path, "Does it", options, "/" + path, right);
        return new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public Map<String, List<String>> current(Asker asker, Place place) {
                return Map.of("zone", List.of("Europe/Berlin"), "days", List.of("mon", "fri"), "count", List.of("5"));
            }

            @Override
            public void check(CommandRequest request) throws InvalidCommand {
                if (request.option("at").filter("nonsense"::equals).isPresent()) {
                    throw new InvalidCommand("That is no time.", "Allowed are others.", "/" + path);
                }
            }

            @Override
            public Answer answer(CommandRequest request) {
                return Answer.toAsker(new Message(
                        "Answer",
                        List.of(
                                new Block.Paragraph(says.apply(request)),
                                new Block.Image(URI.create("https://example.org/a.png"), "A picture"),
                                new Block.Buttons(List.of(
                                        Action.press("share:1", "Share"),
                                        Action.press("more:4f0c", "More"),
                                        Action.press("less:4f0c", "Less"),
                                        Action.press("page:2", "Next"),
                                        Action.press("why:4f0c", "Why"),
                                        Action.open("listen:1", "Listen", URI.create("https://example.org/e")))))));
            }
        };
    }
}
