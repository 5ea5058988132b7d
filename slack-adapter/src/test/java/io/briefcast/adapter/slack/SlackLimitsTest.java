package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds our rules of Block Kit against a table of Slack's limits, where SLACK_LIMITS names the file. */
class SlackLimitsTest {
    private static final Optional<Path> TABLE =
            Optional.ofNullable(System.getenv("SLACK_LIMITS")).map(Path::of).filter(Files::isRegularFile);

    /**
     * One limit.
     *
     * @param path where the table has it
     * @param faults what our rules say of something so long, or of so many
     */
    record Limit(String path, IntFunction<List<String>> faults) {
        @Override
        public String toString() {
            return path;
        }
    }

    @ParameterizedTest
    @MethodSource("limits")
    void ourRulesTakeWhatTheTableAllowsAndNoMore(Limit limit) throws IOException {
        assumeTrue(TABLE.isPresent(), "skipped: SLACK_LIMITS names no file with a table of limits");
        int most = most(limit.path());

        assertThat(limit.faults().apply(most)).isEmpty();
        assertThat(limit.faults().apply(most + 1)).isNotEmpty();
    }

    static List<Limit> limits() {
        return List.of(
                block("section.text.max_length", n -> "{'type':'section','text':%s}".formatted(mrkdwn(n))),
                block("text.max_length", n -> "{'type':'context','elements':[%s]}".formatted(mrkdwn(n))),
                block("header.text.max_length", n -> "{'type':'header','text':%s}".formatted(plain(n))),
                block("block_id.max_length", n -> "{'type':'divider','block_id':'%s'}".formatted(x(n))),
                block(
                        "context.elements.max_items",
                        n -> "{'type':'context','elements':[%s]}".formatted(times(n, i -> mrkdwn(1)))),
                block(
                        "image.alt_text.max_length",
                        n -> "{'type':'image','image_url':'https://a.example/b','alt_text':'%s'}".formatted(x(n))),
                block(
                        "image.image_url.max_length",
                        n -> "{'type':'image','image_url':'%s','alt_text':'x'}".formatted(url(n))),
                block("actions.elements.max_items", n -> actions(times(n, i -> button(i, "'text':" + plain(1))))),
                block(
                        "action_id.max_length",
                        n -> actions("{'type':'button','action_id':'%s','text':%s}".formatted(x(n), plain(1)))),
                block("button.text.max_length", n -> actions(button(1, "'text':" + plain(n)))),
                block(
                        "button.value.max_length",
                        n -> actions(button(1, "'text':%s,'value':'%s'".formatted(plain(1), x(n))))),
                block(
                        "button.url.max_length",
                        n -> actions(button(1, "'text':%s,'url':'%s'".formatted(plain(1), url(n))))),
                block(
                        "button.accessibility_label.max_length",
                        n -> actions(button(1, "'text':%s,'accessibility_label':'%s'".formatted(plain(1), x(n))))),
                block("option.text.max_length", n -> actions(select("static_select", option(n, 1), ""))),
                block("option.value.max_length", n -> actions(select("static_select", option(1, n), ""))),
                block(
                        "select.placeholder.max_length",
                        n -> actions(select("static_select", option(1, 1), ",'placeholder':" + plain(n)))),
                block(
                        "select.options.max_items",
                        n -> actions(select("static_select", times(n, i -> option(1, 1)), ""))),
                block(
                        "checkboxes.options.max_items",
                        n -> actions(select("checkboxes", times(n, i -> option(1, 1)), ""))),
                block("input.label.max_length", n -> input(plain(n), plain(1))),
                block("input.hint.max_length", n -> input(plain(1), plain(n))),
                view("view.title.max_length", n -> modal(plain(n), plain(1), plain(1), "")),
                view("view.submit.max_length", n -> modal(plain(1), plain(n), plain(1), "")),
                view("view.close.max_length", n -> modal(plain(1), plain(1), plain(n), "")),
                view(
                        "view.private_metadata.max_length",
                        n -> modal(plain(1), plain(1), plain(1), ",'private_metadata':'%s'".formatted(x(n)))),
                view(
                        "view.callback_id.max_length",
                        n -> modal(plain(1), plain(1), plain(1), ",'callback_id':'%s'".formatted(x(n)))),
                view(
                        "view.blocks.max_items",
                        n -> "{'type':'home','blocks':[%s]}".formatted(times(n, i -> "{'type':'divider'}"))));
    }

    private static Limit block(String path, IntFunction<String> json) {
        return new Limit(path, n -> BlockKitRules.faults(array("[" + json.apply(n) + "]")));
    }

    private static Limit view(String path, IntFunction<String> json) {
        return new Limit(
                path,
                n -> BlockKitRules.viewFaults(
                        JsonParser.parseString(json.apply(n)).getAsJsonObject()));
    }

    private static JsonArray array(String json) {
        return JsonParser.parseString(json).getAsJsonArray();
    }

    private static String modal(String title, String submit, String close, String more) {
        return "{'type':'modal','title':%s,'submit':%s,'close':%s,'blocks':[{'type':'divider'}]%s}"
                .formatted(title, submit, close, more);
    }

    private static String input(String label, String hint) {
        return "{'type':'input','label':%s,'hint':%s,'element':{'type':'plain_text_input','action_id':'a'}}"
                .formatted(label, hint);
    }

    private static String actions(String elements) {
        return "{'type':'actions','elements':[%s]}".formatted(elements);
    }

    private static String button(int id, String more) {
        return "{'type':'button','action_id':'a%d',%s}".formatted(id, more);
    }

    private static String select(String type, String options, String more) {
        return "{'type':'%s','action_id':'a','options':[%s]%s}".formatted(type, options, more);
    }

    private static String option(int text, int value) {
        return "{'text':%s,'value':'%s'}".formatted(plain(text), x(value));
    }

    private static String plain(int length) {
        return "{'type':'plain_text','text':'%s'}".formatted(x(length));
    }

    private static String mrkdwn(int length) {
        return "{'type':'mrkdwn','verbatim':true,'text':'%s'}".formatted(x(length));
    }

    private static String url(int length) {
        String start = "https://a.example/";
        return start + x(length - start.length());
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    private static String times(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(","));
    }

    private static int most(String path) throws IOException {
        JsonObject table =
                JsonParser.parseString(Files.readString(TABLE.orElseThrow())).getAsJsonObject();
        List<String> names = List.of(path.split("\\.", -1));
        for (String name : names.subList(0, names.size() - 1)) {
            table = table.getAsJsonObject(name);
        }
        return table.get(names.getLast()).getAsInt();
    }
}
