package io.briefcast.adapter.discord;

import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.message.Phrase;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/**
 * A command as a form: a field for each of its options, filled in with what holds now. Discord allows five fields; an
 * option that has none is named under the last.
 */
final class DiscordForm {
    /** Commands that open their form when nothing stands behind them. */
    static final Set<String> PATHS = Set.of("briefcast schedule", "briefcast subscribe");

    private static final String FORM = "form:";
    private static final int MAX_FIELDS = 5;
    private static final int MAX_TITLE = 45;
    private static final int MAX_LABEL = 45;
    private static final int MAX_HINT = 100;
    private static final int MAX_VALUE = 200;
    private static final int MAX_CHOICES = 25;
    /** A brief has no more insights. */
    private static final int MAX_COUNT = 10;

    private final CommandSpec spec;
    private final Map<String, List<String>> current;
    private final Locale locale;

    private DiscordForm(CommandSpec spec, Map<String, List<String>> current, Locale locale) {
        this.spec = spec;
        this.current = current;
        this.locale = locale;
    }

    /**
     * The form of a command, in a person's language where we have it.
     *
     * @param current what holds now, by option name
     */
    static Modal of(CommandSpec spec, Map<String, List<String>> current, Locale locale) {
        return new DiscordForm(spec, current, locale).modal();
    }

    private Modal modal() {
        List<Option> options = fields();
        return Modal.create(FORM + spec.path(), DiscordText.plain(title(), MAX_TITLE))
                .addComponents(options.stream()
                        .map(option -> Label.of(
                                label(option),
                                DiscordText.plain(hint(option, option.equals(options.getLast())), MAX_HINT),
                                field(option)))
                        .toList())
                .build();
    }

    /** The command completes titles of shows while one types, and a form does not: it leaves them to the command first. */
    private List<Option> fields() {
        boolean room = spec.options().size() <= MAX_FIELDS;
        return spec.options().stream()
                .filter(option -> room || option.required() || option.kind() != Kind.SHOW)
                .limit(MAX_FIELDS)
                .toList();
    }

    private String title() {
        List<String> words = List.of(spec.path().split(" ", -1));
        String name = DiscordWords.find(DiscordWords.nameKey(words), locale).orElse(words.getLast());
        return capital(words.getFirst()) + ": " + name;
    }

    private String label(Option option) {
        String name =
                DiscordWords.find(DiscordWords.fieldKey(option.name()), locale).orElseGet(() -> capital(option.name()));
        return DiscordText.plain(name, MAX_LABEL);
    }

    private String hint(Option option, boolean last) {
        Phrase hint = Phrase.of(option.summary());
        List<String> now = current.getOrDefault(option.name(), List.of());
        if (option.kind() == Kind.ZONE && !now.isEmpty()) {
            return Phrase.of("%s. Now: %s", hint, now.getFirst()).in(locale);
        }
        List<Option> fields = fields();
        return spec.options().stream()
                .filter(other -> last && !fields.contains(other))
                .findFirst()
                .map(other -> Phrase.of("%s. Also: /%s %s:", hint, spec.path(), other.name()))
                .orElse(hint)
                .in(locale);
    }

    /** Path of the command whose form came back. */
    static String path(String modalId) {
        return modalId.substring(Math.min(FORM.length(), modalId.length()));
    }

    /** What was filled in, by option name. */
    static Map<String, String> filled(List<ModalMapping> values) {
        return values.stream()
                .collect(Collectors.toMap(ModalMapping::getCustomId, DiscordForm::value, (one, two) -> one));
    }

    private static String value(ModalMapping value) {
        return switch (value.getType()) {
            case STRING_SELECT -> String.join(",", value.getAsStringList());
            default -> value.getAsString();
        };
    }

    private LabelChildComponent field(Option option) {
        if (!option.choices().isEmpty() && option.choices().size() <= MAX_CHOICES) {
            return list(option, choices(option)).build();
        }
        return switch (option.kind()) {
            case WEEKDAYS -> list(option, days()).setMaxValues(days().size()).build();
            case COUNT -> list(option, counts()).build();
            case TEXT, TOPIC, SHOW, NEW_SHOW, DAY, SINCE, TIME, ZONE -> text(option);
        };
    }

    /** What holds now is chosen, and something has to be. */
    private StringSelectMenu.Builder list(Option option, List<SelectOption> values) {
        List<String> now = current.getOrDefault(option.name(), List.of()).stream()
                .filter(value ->
                        values.stream().anyMatch(known -> known.getValue().equals(value)))
                .toList();
        return StringSelectMenu.create(option.name())
                .addOptions(values)
                .setMaxValues(Math.max(1, now.size()))
                .setDefaultValues(now)
                .setRequired(option.required() || !now.isEmpty());
    }

    private List<SelectOption> choices(Option option) {
        return option.choices().stream()
                .map(choice -> SelectOption.of(Phrase.of(choice).in(locale), choice))
                .toList();
    }

    private List<SelectOption> days() {
        Locale language = DiscordWords.language(locale);
        return Arrays.stream(DayOfWeek.values())
                .map(day -> SelectOption.of(
                        day.getDisplayName(TextStyle.FULL_STANDALONE, language),
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<SelectOption> counts() {
        return IntStream.rangeClosed(1, MAX_COUNT)
                .mapToObj(Integer::toString)
                .map(count -> SelectOption.of(count, count))
                .toList();
    }

    /** Topics may be followed until a day, and sent back they would be followed for good: they are left to be typed. */
    private TextInput text(Option option) {
        String now = String.join(", ", current.getOrDefault(option.name(), List.of()));
        boolean filled = option.kind() != Kind.TOPIC && !now.isEmpty() && now.length() <= MAX_VALUE;
        return TextInput.create(option.name(), TextInputStyle.SHORT)
                .setRequired(option.required())
                .setMaxLength(MAX_VALUE)
                .setValue(filled ? now : null)
                .build();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
