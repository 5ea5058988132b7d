package io.briefcast.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Slack refuses in blocks, by https://docs.slack.dev/reference/block-kit: every fault with its place. */
final class BlockKitRules {
    private static final Set<String> ACTION_ELEMENTS =
            Set.of("button", "static_select", "external_select", "overflow", "checkboxes", "timepicker");
    private static final Set<String> INPUT_ELEMENTS = Set.of(
            "plain_text_input",
            "static_select",
            "external_select",
            "multi_static_select",
            "multi_external_select",
            "checkboxes",
            "timepicker");
    private final List<String> faults = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private final Set<String> actionIds = new HashSet<>();

    private BlockKitRules() {}

    /** Faults of a message's blocks. */
    static List<String> faults(JsonArray blocks) {
        BlockKitRules rules = new BlockKitRules();
        rules.count("blocks", blocks, 1, 50);
        rules.need(
                blocks.toString().length() < 12_000,
                "blocks: too long in all: " + blocks.toString().length());
        rules.blocks(blocks);
        return rules.faults;
    }

    /** Faults of a modal or a home tab. */
    static List<String> viewFaults(JsonObject view) {
        BlockKitRules rules = new BlockKitRules();
        boolean modal = text(view, "type").equals("modal");
        rules.known(
                "view",
                view,
                Set.of(
                        "type",
                        "title",
                        "submit",
                        "close",
                        "blocks",
                        "callback_id",
                        "private_metadata",
                        "external_id",
                        "notify_on_close",
                        "clear_on_close",
                        "submit_disabled"));
        rules.need(modal || text(view, "type").equals("home"), "view: type " + text(view, "type"));
        rules.count("view.blocks", view.getAsJsonArray("blocks"), 1, 100);
        rules.need(view.toString().length() <= 250_000, "view: too long in all");
        rules.atMost("view.private_metadata", text(view, "private_metadata"), 3_000);
        rules.atMost("view.callback_id", text(view, "callback_id"), 255);
        if (modal) {
            rules.plain("view.title", view.get("title"), 24);
            rules.optionalPlain("view.submit", view.get("submit"), 24);
            rules.optionalPlain("view.close", view.get("close"), 24);
            boolean inputs = view.toString().contains("\"type\":\"input\"");
            rules.need(!inputs || view.has("submit"), "view: inputs need a submit");
        }
        rules.blocks(view.getAsJsonArray("blocks"));
        return rules.faults;
    }

    private void blocks(JsonArray blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            block("blocks[%d]".formatted(i), blocks.get(i).getAsJsonObject());
        }
    }

    private void block(String at, JsonObject block) {
        id(at + ".block_id", block, "block_id", blockIds);
        switch (text(block, "type")) {
            case "section" -> section(at, block);
            case "header" -> {
                known(at, block, Set.of("type", "block_id", "text"));
                plain(at + ".text", block.get("text"), 150);
            }
            case "context" -> context(at, block);
            case "actions" -> actions(at, block);
            case "divider" -> known(at, block, Set.of("type", "block_id"));
            case "image" -> image(at, block);
            case "input" -> input(at, block);
            default -> need(false, at + ": unknown type " + text(block, "type"));
        }
    }

    private void section(String at, JsonObject block) {
        known(at, block, Set.of("type", "block_id", "text", "accessory"));
        textObject(at + ".text", block.get("text"), 3_000);
        if (block.has("accessory")) {
            element(at + ".accessory", block.getAsJsonObject("accessory"));
        }
    }

    private void context(String at, JsonObject block) {
        known(at, block, Set.of("type", "block_id", "elements"));
        count(at + ".elements", block.getAsJsonArray("elements"), 1, 10);
        for (JsonElement element : block.getAsJsonArray("elements")) {
            if (text(element.getAsJsonObject(), "type").equals("image")) {
                image(at, element.getAsJsonObject());
            } else {
                textObject(at + ".elements", element, 3_000);
            }
        }
    }

    private void actions(String at, JsonObject block) {
        known(at, block, Set.of("type", "block_id", "elements"));
        count(at + ".elements", block.getAsJsonArray("elements"), 1, 25);
        for (JsonElement element : block.getAsJsonArray("elements")) {
            need(ACTION_ELEMENTS.contains(text(element.getAsJsonObject(), "type")), at + ": not allowed in actions");
            element(at + ".elements", element.getAsJsonObject());
        }
    }

    private void input(String at, JsonObject block) {
        known(at, block, Set.of("type", "block_id", "label", "hint", "optional", "element", "dispatch_action"));
        plain(at + ".label", block.get("label"), 2_000);
        optionalPlain(at + ".hint", block.get("hint"), 2_000);
        JsonObject element = block.getAsJsonObject("element");
        need(INPUT_ELEMENTS.contains(text(element, "type")), at + ": not allowed in input " + text(element, "type"));
        element(at + ".element", element);
    }

    private void image(String at, JsonObject image) {
        known(at, image, Set.of("type", "block_id", "image_url", "alt_text", "title"));
        between(at + ".alt_text", text(image, "alt_text"), 1, 2_000);
        url(at + ".image_url", text(image, "image_url"));
    }

    private void element(String at, JsonObject element) {
        if (!text(element, "type").equals("image")) {
            need(element.has("action_id"), at + ": an element needs an action_id");
            id(at + ".action_id", element, "action_id", actionIds);
        }
        switch (text(element, "type")) {
            case "image" -> image(at, element);
            case "button" -> button(at, element);
            case "static_select", "multi_static_select", "checkboxes", "overflow" -> choices(at, element);
            case "external_select", "multi_external_select" -> {
                optionalPlain(at, element.get("placeholder"), 150);
                initial(at, element);
            }
            case "plain_text_input" -> atMost(at, text(element, "initial_value"), 3_000);
            case "timepicker" ->
                need(
                        !element.has("initial_time")
                                || text(element, "initial_time").matches("([01]\\d|2[0-3]):[0-5]\\d"),
                        at + ": initial_time");
            default -> need(false, at + ": unknown element " + text(element, "type"));
        }
    }

    private void button(String at, JsonObject button) {
        known(at, button, Set.of("type", "action_id", "text", "url", "value", "style", "accessibility_label"));
        plain(at + ".text", button.get("text"), 75);
        atMost(at + ".value", text(button, "value"), 2_000);
        atMost(at + ".accessibility_label", text(button, "accessibility_label"), 75);
        if (button.has("url")) {
            url(at + ".url", text(button, "url"));
        }
    }

    private void choices(String at, JsonObject element) {
        boolean boxes = text(element, "type").equals("checkboxes");
        int most = boxes ? 10 : text(element, "type").equals("overflow") ? 5 : 100;
        optionalPlain(at + ".placeholder", element.get("placeholder"), 150);
        JsonArray options = element.getAsJsonArray("options");
        count(at + ".options", options, 1, most);
        for (JsonElement option : options) {
            option(at + ".option", option.getAsJsonObject());
        }
        initial(at, element);
        for (JsonElement chosen : chosen(element)) {
            need(options.contains(chosen), at + ": chosen at first, but not offered");
        }
    }

    private void initial(String at, JsonObject element) {
        need(
                !element.has("initial_options")
                        || !element.getAsJsonArray("initial_options").isEmpty(),
                at + ": initial_options is empty");
        chosen(element).forEach(option -> option(at + ".initial", option.getAsJsonObject()));
    }

    private static JsonArray chosen(JsonObject element) {
        JsonArray chosen = new JsonArray();
        if (element.has("initial_option")) {
            chosen.add(element.get("initial_option"));
        }
        if (element.has("initial_options")) {
            chosen.addAll(element.getAsJsonArray("initial_options"));
        }
        return chosen;
    }

    private void option(String at, JsonObject option) {
        textObject(at, option.get("text"), 75);
        between(at + ".value", text(option, "value"), 1, 150);
    }

    private void textObject(String at, JsonElement text, int max) {
        if (text == null || !text.isJsonObject()) {
            need(false, at + ": missing");
            return;
        }
        JsonObject object = text.getAsJsonObject();
        boolean markdown = text(object, "type").equals("mrkdwn");
        known(at, object, markdown ? Set.of("type", "text", "verbatim") : Set.of("type", "text", "emoji"));
        need(markdown || text(object, "type").equals("plain_text"), at + ": type " + text(object, "type"));
        between(at, text(object, "text"), 1, max);
        need(!text(object, "text").isBlank(), at + ": blank");
        surrogates(at, text(object, "text"));
        if (markdown) {
            MrkdwnRules.faults(text(object, "text")).forEach(fault -> faults.add(at + ": " + fault));
            need(object.has("verbatim") && object.get("verbatim").getAsBoolean(), at + ": not verbatim");
        }
    }

    private void plain(String at, JsonElement text, int max) {
        textObject(at, text, max);
        need(text != null && text(text.getAsJsonObject(), "type").equals("plain_text"), at + ": must be plain_text");
    }

    private void optionalPlain(String at, JsonElement text, int max) {
        if (text != null) {
            plain(at, text, max);
        }
    }

    private void id(String at, JsonObject object, String field, Set<String> seen) {
        if (object.has(field)) {
            between(at, text(object, field), 1, 255);
            need(seen.add(text(object, field)), at + ": twice " + text(object, field));
        }
    }

    private void url(String at, String url) {
        between(at, url, 1, 3_000);
        need(url.matches("https?://[!-~]+"), at + ": no web address " + url);
        need(URI.create(url).getHost() != null, at + ": no host " + url);
    }

    private void known(String at, JsonObject object, Set<String> fields) {
        Set<String> unknown = new HashSet<>(object.keySet());
        unknown.removeAll(fields);
        need(unknown.isEmpty(), at + ": unknown " + unknown);
    }

    private void surrogates(String at, String text) {
        need(text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF), at + ": half a character");
    }

    private void count(String at, JsonArray array, int least, int most) {
        need(array != null && array.size() >= least && array.size() <= most, at + ": count");
    }

    private void atMost(String at, String text, int most) {
        between(at, text, 0, most);
    }

    private void between(String at, String text, int least, int most) {
        need(text.length() >= least && text.length() <= most, at + ": length " + text.length());
    }

    private void need(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static String text(JsonObject object, String field) {
        return object.has(field) ? object.get(field).getAsString() : "";
    }
}
