package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Option;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command as a form: one field for each of its options. */
final class SlackForm {
    /** Callback id of every form. */
    static final String FORM = "briefcast_form";
    /** Commands that open their form when nothing stands behind them. */
    static final Set<String> PATHS = Set.of("briefcast schedule", "briefcast subscribe");

    private static final String OPTION = "option\t";
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final int MAX_TITLE = 24;
    private static final int MAX_LABEL = 150;
    private static final int MAX_OPTION = 75;
    private static final int MAX_VALUE = 150;
    private static final int MAX_COUNT = 10;
    private static final int MAX_OPTIONS = 100;

    private SlackForm() {}

    /** The form of a command, with the person's zone filled in. */
    static View of(CommandSpec spec, SlackOrigin origin, ZoneId zone) {
        List<LayoutBlock> fields = spec.options().stream()
                .<LayoutBlock>map(option -> field(spec, option, zone))
                .toList();
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .title(title(spec))
                .submit(ViewSubmit.builder().type("plain_text").text("Save").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .privateMetadata(metadata(spec, origin))
                .blocks(fields)
                .build();
    }

    /** What somebody filled in. */
    record Filled(String path, SlackOrigin origin, Map<String, String> options) {}

    /** Reads a form that came back. */
    static Filled read(View view, String team, String user) {
        SlackOrigin origin = origin(view, team, user);
        Map<String, String> options = new HashMap<>();
        view.getState()
                .getValues()
                .forEach((name, fields) ->
                        fields.values().stream().flatMap(SlackForm::value).forEach(value -> options.put(name, value)));
        return new Filled(text(metadata(view), "path"), origin, options);
    }

    /** Path and option of a field that asks for values; empty when it is none of ours. */
    static Optional<List<String>> asked(String actionId) {
        List<String> parts = List.of(actionId.split("\t", -1));
        return actionId.startsWith(OPTION) && parts.size() == 3 ? Optional.of(parts.subList(1, 3)) : Optional.empty();
    }

    /** An option of a list. */
    static OptionObject option(String label, String value) {
        return OptionObject.builder()
                .text(plain(SlackText.plain(label, MAX_OPTION)))
                .value(value)
                .build();
    }

    /** Whether Slack takes it as the value of an option. */
    static boolean fits(String value) {
        return !value.isBlank() && value.length() <= MAX_VALUE;
    }

    private static ViewTitle title(CommandSpec spec) {
        String verb = spec.path().substring(spec.path().lastIndexOf(' ') + 1);
        String title = verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
        return ViewTitle.builder()
                .type("plain_text")
                .text(SlackText.plain(title, MAX_TITLE))
                .build();
    }

    private static String metadata(CommandSpec spec, SlackOrigin origin) {
        JsonObject metadata = place(origin);
        metadata.addProperty("path", spec.path());
        return metadata.toString();
    }

    /** Where a view was opened, for what is done in it later. */
    static JsonObject place(SlackOrigin origin) {
        JsonObject place = new JsonObject();
        place.addProperty("channel", origin.channel());
        place.addProperty("name", origin.channelName());
        return place;
    }

    /** Reads where a view was opened; who acts in it is told by Slack, not by the view. */
    static SlackOrigin origin(View view, String team, String user) {
        JsonObject place = metadata(view);
        return new SlackOrigin(team, user, "", text(place, "channel"), text(place, "name"));
    }

    private static JsonObject metadata(View view) {
        String metadata = text(view.getPrivateMetadata());
        return metadata.isEmpty()
                ? new JsonObject()
                : JsonParser.parseString(metadata).getAsJsonObject();
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    private static InputBlock field(CommandSpec spec, Option option, ZoneId zone) {
        String name = option.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + option.name().substring(1);
        return InputBlock.builder()
                .blockId(option.name())
                .label(plain(SlackText.plain(name, MAX_LABEL)))
                .hint(plain(SlackText.plain(option.summary(), MAX_LABEL)))
                .optional(!option.required())
                .element(element(OPTION + spec.path() + "\t" + option.name(), option, zone))
                .build();
    }

    private static BlockElement element(String id, Option option, ZoneId zone) {
        if (!option.choices().isEmpty()) {
            return select(id, option.choices());
        }
        return switch (option.kind()) {
            case TIME -> TimePickerElement.builder().actionId(id).build();
            case WEEKDAYS ->
                CheckboxesElement.builder().actionId(id).options(weekdays()).build();
            case COUNT ->
                select(
                        id,
                        IntStream.rangeClosed(1, MAX_COUNT)
                                .mapToObj(Integer::toString)
                                .toList());
            case ZONE ->
                search(id).initialOption(option(zone.getId(), zone.getId())).build();
            case SHOW -> search(id).build();
            case TEXT, TOPIC, DAY, SINCE, NEW_SHOW ->
                PlainTextInputElement.builder().actionId(id).build();
        };
    }

    private static ExternalSelectElement.ExternalSelectElementBuilder search(String id) {
        return ExternalSelectElement.builder().actionId(id).minQueryLength(0);
    }

    private static StaticSelectElement select(String id, List<String> values) {
        return StaticSelectElement.builder()
                .actionId(id)
                .options(values.stream()
                        .filter(SlackForm::fits)
                        .limit(MAX_OPTIONS)
                        .map(value -> option(value, value))
                        .toList())
                .build();
    }

    private static List<OptionObject> weekdays() {
        return WEEKDAYS.stream()
                .map(day -> option(day, day.substring(0, 3).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text.isEmpty() ? "-" : text).build();
    }

    private static Stream<String> value(ViewState.Value value) {
        if (value.getSelectedOptions() != null) {
            String all = value.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .collect(Collectors.joining(","));
            return Stream.of(all);
        }
        if (value.getSelectedOption() != null) {
            return Stream.of(value.getSelectedOption().getValue());
        }
        return Stream.of(value.getSelectedTime() == null ? text(value.getValue()) : value.getSelectedTime());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
