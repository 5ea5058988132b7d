package io.briefcast.adapter.discord;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.replacer.ComponentReplacer;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import org.jspecify.annotations.Nullable;

/** Changes what the buttons of a message that is shown already say, and the lists that stand for buttons. */
final class DiscordLabels {
    /** In a list for several cards. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}\\. ");

    private final Map<String, String> labels;

    /**
     * Labels.
     *
     * @param labels by action id
     */
    DiscordLabels(Map<String, String> labels) {
        this.labels = labels;
    }

    /** The same message with these labels; empty when they are there already, or their actions are not. */
    Optional<MessageComponentTree> on(MessageComponentTree shown) {
        boolean changed = shown.find(Button.class, this::differs).isPresent()
                || shown.find(StringSelectMenu.class, this::differs).isPresent();
        return changed
                ? Optional.of(shown.replace(ComponentReplacer.all(
                        ComponentReplacer.of(Button.class, this::differs, this::labelled),
                        ComponentReplacer.of(StringSelectMenu.class, this::differs, this::labelled))))
                : Optional.empty();
    }

    private boolean differs(Button button) {
        return !wanted(button).equals(button.getLabel());
    }

    private boolean differs(StringSelectMenu list) {
        return list.getOptions().stream().anyMatch(option -> !wanted(option).equals(option.getLabel()));
    }

    private Button labelled(Button button) {
        return button.withLabel(wanted(button));
    }

    private StringSelectMenu labelled(StringSelectMenu list) {
        StringSelectMenu.Builder builder = list.createCopy();
        builder.getOptions().replaceAll(option -> option.withLabel(wanted(option)));
        return builder.build();
    }

    private String wanted(Button button) {
        @Nullable String id = button.getCustomId();
        return id == null ? button.getLabel() : wanted(DiscordMark.actionId(id), button.getLabel());
    }

    private String wanted(SelectOption option) {
        return wanted(option.getValue(), option.getLabel());
    }

    private String wanted(String actionId, String shown) {
        @Nullable String label = labels.get(actionId);
        if (label == null) {
            return shown;
        }
        Matcher number = NUMBER.matcher(shown);
        return DiscordText.plain((number.lookingAt() ? number.group() : "") + label, DiscordRenderer.MAX_BUTTON);
    }
}
