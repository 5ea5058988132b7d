package io.briefcast.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Answer.Reach;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommandRouterTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Asker ADA =
            new Asker("chat", "", "u1", "Ada", false, false, ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
    private static final Place CHANNEL = new Place("c1", "#insights", false);
    private final CommandRouter router = new CommandRouter(
            new CommandCatalogue(List.of(
                    new Echo("insights", false),
                    new Echo("briefcast shows", false),
                    new Echo("briefcast shows add", true))),
            List.of(new Related()));

    @Test
    void freeWordsGoToTheFirstOptionAndNamedOnesToTheirs() {
        assertThat(said("insights compute strategy show:\"The Rack\" since:7d"))
                .isEqualTo("insights {show=The Rack, since=7d, topic=compute strategy}");
    }

    @Test
    void aColonInAWordIsNoOption() {
        assertThat(said("insights https://example.org note:this"))
                .isEqualTo("insights {topic=https://example.org note:this}");
    }

    @Test
    void theLongestPathWins() {
        router.typed(ADA, new Place("d1", "you", true), "briefcast shows add x", NOON);

        assertThat(said("BRIEFCAST shows everything")).isEqualTo("briefcast shows {topic=everything}");
    }

    @Test
    void anUnknownVerbNamesTheOnesThereAre() {
        Answer answer = router.typed(ADA, CHANNEL, "briefcast shouw", NOON);

        assertThat(answer.reach()).isEqualTo(Reach.ASKER);
        assertThat(text(answer))
                .contains("There is no command '/briefcast shouw'.")
                .contains("/briefcast shows, /briefcast shows add")
                .contains("Example: /briefcast help");
    }

    @Test
    void gapsBetweenTheWordsOfACommandMayBeWide() {
        assertThat(said("insights   compute  strategy")).isEqualTo("insights {topic=compute  strategy}");
        assertThat(said(" Briefcast \t shows   everything")).isEqualTo("briefcast shows {topic=everything}");
    }

    @Test
    void wordsBesidesTheOptionsAreRefusedWhenAllAreNamed() {
        assertThat(text(router.typed(ADA, CHANNEL, "insights topic:power foo:bar", NOON)))
                .contains("'foo:bar' belongs to no option of /insights.", "There are topic:, show:, since:");
    }

    @Test
    void whatStandsBehindAThousandCharactersCounts() {
        assertThat(said("insights " + "x".repeat(1_990) + " since:7d")).contains("since=7d", "x".repeat(1_990));
        assertThat(text(router.typed(ADA, CHANNEL, "insights " + "x".repeat(4_001), NOON)))
                .contains("That is too long: 4,001 characters.");
    }

    @Test
    void aMissingTopicIsAskedForWithAnExample() {
        assertThat(text(router.typed(ADA, CHANNEL, "insights   ", NOON)))
                .contains("/insights needs a topic.")
                .contains("Example: /insights compute strategy");
    }

    @Test
    void onlyAdminsChangeAChannel() {
        assertThat(text(router.typed(ADA, CHANNEL, "briefcast shows add x", NOON)))
                .contains("Only people who manage this channel");
    }

    @Test
    void fiveThousandCharactersAndAnOldButtonAreAnsweredToo() {
        assertThat(said("insights " + "x".repeat(5_000)).length()).isLessThan(1_100);
        assertThat(text(router.press(new Press(ADA, CHANNEL, "dance:1", "m1", NOON))))
                .contains("older version");
    }

    @Test
    void aButtonGetsWhatStandsBehindItsColon() {
        assertThat(router.press(new Press(ADA, CHANNEL, "related:a:b", "m1", NOON))
                        .message()
                        .title())
                .isEqualTo("a:b");
    }

    private String said(String line) {
        return router.typed(ADA, CHANNEL, line, NOON).message().title();
    }

    private static String text(Answer answer) {
        StringBuilder text = new StringBuilder();
        for (Block block : answer.message().blocks()) {
            text.append(block).append('\n');
        }
        return text.toString();
    }

    private record Echo(String path, boolean adminOnly) implements Command {
        @Override
        public CommandSpec spec() {
            return new CommandSpec(
                    path,
                    "Says what it got",
                    List.of(
                            Option.required("topic", "What it is about", Kind.TOPIC),
                            Option.optional("show", "Only this show", Kind.SHOW),
                            Option.optional("since", "Only since then", Kind.SINCE)),
                    "/insights compute strategy",
                    adminOnly);
        }

        @Override
        public Answer answer(CommandRequest request) {
            Map<String, String> options = new TreeMap<>(request.options());
            return Answer.toAsker(new Message(request.path() + " " + options, List.of()));
        }
    }

    private static final class Related implements Button {
        @Override
        public String verb() {
            return "related";
        }

        @Override
        public Answer press(Press press, String argument) {
            return Answer.toAsker(new Message(argument, List.of()));
        }
    }
}
