package io.briefcast.adapter.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.briefcast.adapter.slack.SlackRenderer.Rendered;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message under which somebody pressed something, as Slack sends it along.
 *
 * @param text what stands for it in notifications
 * @param blocks all of it
 * @param ephemeral whether only one person sees it
 */
record SlackPressed(String text, List<LayoutBlock> blocks, boolean ephemeral) {
    private static final Pattern NUMBERED = Pattern.compile(SlackRenderer.AGAIN + "\\d+$");

    SlackPressed {
        blocks = List.copyOf(blocks);
    }

    static SlackPressed of(BlockActionPayload pressed) {
        var message = pressed.getMessage();
        List<LayoutBlock> blocks = message == null ? null : message.getBlocks();
        return new SlackPressed(
                message == null ? "" : text(message.getText()),
                blocks == null ? List.of() : blocks,
                pressed.getContainer() != null && pressed.getContainer().isEphemeral());
    }

    /** What a message carries to be found again; it stays on it when it is replaced. Empty when it carries nothing. */
    String marker() {
        return blocks.stream()
                .map(LayoutBlock::getBlockId)
                .filter(Objects::nonNull)
                .filter(SlackMark::isMarker)
                .findFirst()
                .orElse("");
    }

    /** The same with other words on buttons, by the ids of their actions. */
    Rendered labelled(Map<String, String> labels) {
        blocks.stream()
                .filter(ActionsBlock.class::isInstance)
                .map(ActionsBlock.class::cast)
                .flatMap(row -> row.getElements().stream())
                .filter(ButtonElement.class::isInstance)
                .map(ButtonElement.class::cast)
                .forEach(button -> Optional.ofNullable(labels.get(id(button.getActionId())))
                        .ifPresent(label -> label(button, label)));
        return new Rendered(text.isEmpty() ? "Briefcast" : text, blocks);
    }

    private static void label(ButtonElement button, String label) {
        button.setText(SlackRenderer.label(label));
        button.setAccessibilityLabel(null);
    }

    /** The id of an action, without the number that tells two of the same in one message apart. */
    static String id(String actionId) {
        return NUMBERED.matcher(actionId).replaceFirst("");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
