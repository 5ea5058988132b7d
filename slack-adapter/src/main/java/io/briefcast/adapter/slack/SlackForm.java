package io.briefcast.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.MultiExternalSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A command as a form: one field for each of its options. */
final class SlackForm {
    /** Callback id of every form. */
    static final String FORM = "briefcast_form";
    /** Commands that open their form when nothing stands behind them. */
    static final Set<String> PATHS = Set.of(
            "briefcast schedule",
            "briefcast subscribe",
            "briefcast holiday",
            "briefcast topics follow",
            "briefcast topics unfollow",
            "briefcast topics mute",
            "briefcast topics unmute",
            "briefcast shows add",
            "briefcast shows remove");

    private static final String OPTION = "option\t";
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final int MAX_TITLE = 24;
    private static final int MAX_LABEL = 150;
    private static final int MAX_OPTION = 75;
    private static final int MAX_VALUE = 150;
    private static final int MAX_OPTIONS = 100;
    private static final int MAX_ERROR = 300;
    private static final List<String> COUNTS =
            IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).toList();
    /** Where a form says which of its fields hold wishes. */
    private static final String WISHES = "wishes";
    /** How the core calls it when there is no wish. */
    private static final String EVERYTHING = "all";

    private SlackForm() {}

    /**
     * The form of a command, filled in with what is set now.
     *
     * @param current values by option name
     * @param zone the person's, where no zone is set
     */
    static View of(CommandSpec spec, SlackOrigin origin, Map<String, List<String>> current, ZoneId zone) {
        List<LayoutBlock> fields = spec.options().stream()
                .<LayoutBlock>map(
                        option -> field(spec, option, current.getOrDefault(option.name(), usual(option, zone))))
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

    private static List<String> usual(Option option, ZoneId zone) {
        return option.kind() == Kind.ZONE ? List.of(zone.getId()) : List.of();
    }

    /** What somebody filled in; fields that were left empty are not there, or mean everything. */
    record Filled(String path, SlackOrigin origin, Map<String, String> options) {}

    /** Reads a form that came back. */
    static Filled read(View view, String team, String user) {
        SlackOrigin origin = origin(view, team, user);
        Map<String, String> options = new HashMap<>();
        view.getState()
                .getValues()
                .forEach((name, fields) -> fields.values().forEach(field -> options.put(name, value(field))));
        options.replaceAll((name, value) -> value.isEmpty() && isEmptied(view, name) ? EVERYTHING : value);
        options.values().removeIf(String::isEmpty);
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

    /** What is wrong with a field, from the answer that refuses it. */
    static String error(Message refusal) {
        return SlackText.plain(sentence(refusal), MAX_ERROR);
    }

    /** What a refusal says, without its example: where there are fields or buttons, nobody types one. */
    static String sentence(Message refusal) {
        return refusal.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block.Paragraph.class::cast)
                .map(Block.Paragraph::text)
                .findFirst()
                .orElse(refusal.title());
    }

    /** A field of what is wanted: empty means no restriction, and not "as it was", for what it was stood in it. */
    private static boolean isEmptied(View view, String field) {
        return metadata(view).has(WISHES)
                && metadata(view).getAsJsonArray(WISHES).contains(new JsonPrimitive(field));
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
        JsonArray wishes = new JsonArray();
        spec.options().stream().filter(SlackForm::isWish).map(Option::name).forEach(wishes::add);
        metadata.add(WISHES, wishes);
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

    private static boolean isWish(Option option) {
        return option.choices().isEmpty() && (option.kind() == Kind.TOPIC || option.kind() == Kind.SHOW);
    }

    private static InputBlock field(CommandSpec spec, Option option, List<String> current) {
        String name = option.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + option.name().substring(1);
        return InputBlock.builder()
                .blockId(option.name())
                .label(plain(SlackText.plain(name, MAX_LABEL)))
                .hint(plain(SlackText.plain(option.summary(), MAX_LABEL)))
                .optional(!option.required() && (isWish(option) || current.isEmpty()))
                .element(element(OPTION + spec.path() + "\t" + option.name(), option, current))
                .build();
    }

    private static BlockElement element(String id, Option option, List<String> current) {
        if (!option.choices().isEmpty()) {
            return select(id, option.choices(), current);
        }
        return switch (option.kind()) {
            case TIME ->
                TimePickerElement.builder()
                        .actionId(id)
                        .initialTime(first(current))
                        .build();
            case WEEKDAYS ->
                CheckboxesElement.builder()
                        .actionId(id)
                        .options(weekdays())
                        .initialOptions(chosen(weekdays(), current))
                        .build();
            case COUNT -> select(id, COUNTS, current);
            case ZONE -> search(id, current);
            case SHOW -> option.required() ? search(id, current) : searchMany(id, current);
            case TEXT, TOPIC, DAY, SINCE, NEW_SHOW ->
                PlainTextInputElement.builder()
                        .actionId(id)
                        .initialValue(current.isEmpty() ? null : String.join(", ", current))
                        .build();
        };
    }

    private static ExternalSelectElement search(String id, List<String> current) {
        return ExternalSelectElement.builder()
                .actionId(id)
                .minQueryLength(0)
                .initialOption(options(current).stream().findFirst().orElse(null))
                .build();
    }

    private static MultiExternalSelectElement searchMany(String id, List<String> current) {
        return MultiExternalSelectElement.builder()
                .actionId(id)
                .minQueryLength(0)
                .initialOptions(orNull(options(current)))
                .build();
    }

    private static StaticSelectElement select(String id, List<String> values, List<String> current) {
        return StaticSelectElement.builder()
                .actionId(id)
                .options(options(values))
                .initialOption(options(current).stream().findFirst().orElse(null))
                .build();
    }

    private static List<OptionObject> options(List<String> values) {
        return values.stream()
                .filter(SlackForm::fits)
                .limit(MAX_OPTIONS)
                .map(value -> option(value, value))
                .toList();
    }

    private static @Nullable List<OptionObject> chosen(List<OptionObject> all, List<String> values) {
        return orNull(all.stream()
                .filter(option -> values.contains(option.getValue()))
                .toList());
    }

    /** Slack refuses an empty list of what is chosen at first. */
    private static @Nullable List<OptionObject> orNull(List<OptionObject> options) {
        return options.isEmpty() ? null : options;
    }

    private static @Nullable String first(List<String> current) {
        return current.isEmpty() ? null : current.getFirst();
    }

    private static List<OptionObject> weekdays() {
        return WEEKDAYS.stream()
                .map(day -> option(day, day.substring(0, 3).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text.isEmpty() ? "-" : text).build();
    }

    private static String value(ViewState.Value value) {
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .collect(Collectors.joining(","));
        }
        if (value.getSelectedOption() != null) {
            return text(value.getSelectedOption().getValue());
        }
        return value.getSelectedTime() == null ? text(value.getValue()) : value.getSelectedTime();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
