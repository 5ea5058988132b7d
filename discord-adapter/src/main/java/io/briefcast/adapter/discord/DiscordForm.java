package io.briefcast.adapter.discord;

import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Option;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/** A command as a form: one field for each of its options, of which Discord allows five. */
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

    private DiscordForm() {}

    /** The form of a command, in a person's language where we have it. */
    static Modal of(CommandSpec spec, Locale locale) {
        List<Label> fields = spec.options().stream()
                .limit(MAX_FIELDS)
                .map(option -> field(option, locale))
                .toList();
        return Modal.create(FORM + spec.path(), DiscordText.plain(capital(spec.path()), MAX_TITLE))
                .addComponents(fields)
                .build();
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

    private static Label field(Option option, Locale locale) {
        String hint =
                DiscordWords.find(DiscordWords.optionKey(option.name()), locale).orElse(option.summary());
        return Label.of(
                DiscordText.plain(capital(option.name()), MAX_LABEL), DiscordText.plain(hint, MAX_HINT), child(option));
    }

    private static LabelChildComponent child(Option option) {
        if (!option.choices().isEmpty() && option.choices().size() <= MAX_CHOICES) {
            return StringSelectMenu.create(option.name())
                    .addOptions(option.choices().stream()
                            .map(choice -> SelectOption.of(choice, choice))
                            .toList())
                    .setRequired(option.required())
                    .build();
        }
        return TextInput.create(option.name(), TextInputStyle.SHORT)
                .setRequired(option.required())
                .setMaxLength(MAX_VALUE)
                .build();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
