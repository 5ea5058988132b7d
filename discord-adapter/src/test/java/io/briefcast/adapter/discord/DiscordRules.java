package io.briefcast.adapter.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.utils.ComponentSerializer;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord asks of the components of a message, after https://docs.discord.com/developers/components/reference. */
final class DiscordRules {
    private static final int ROW = 1;
    private static final int BUTTON = 2;
    private static final int SELECT = 3;
    private static final int SECTION = 9;
    private static final int TEXT = 10;
    private static final int THUMBNAIL = 11;
    private static final int GALLERY = 12;
    private static final int SEPARATOR = 14;
    private static final int LINK_STYLE = 5;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> customIds = new HashSet<>();
    private final Set<Integer> ids = new HashSet<>();
    private int components;
    private int characters;

    private DiscordRules() {}

    static List<String> faults(List<MessageTopLevelComponent> components) {
        return faults(DataArray.fromCollection(new ComponentSerializer().serializeAll(components)));
    }

    static List<String> faults(DataArray components) {
        DiscordRules rules = new DiscordRules();
        rules.require(!components.isEmpty(), "a message has a component");
        for (int i = 0; i < components.length(); i++) {
            DataObject component = components.getObject(i);
            rules.require(
                    Set.of(ROW, SECTION, TEXT, GALLERY, SEPARATOR).contains(component.getInt("type")),
                    "wrong at the top");
            rules.check(component);
        }
        rules.require(rules.components <= 40, rules.components + " components");
        rules.require(rules.characters <= 4_000, rules.characters + " characters");
        return rules.faults;
    }

    private void check(DataObject component) {
        components++;
        int id = component.getInt("id", 0);
        require(id == 0 || ids.add(id), "id twice: " + id);
        switch (component.getInt("type")) {
            case ROW -> row(component.getArray("components"));
            case BUTTON -> button(component);
            case SELECT -> select(component);
            case SECTION -> section(component);
            case TEXT -> text(component.getString("content"));
            case THUMBNAIL -> media(component);
            case GALLERY -> gallery(component.getArray("items"));
            case SEPARATOR -> {}
            default -> faults.add("unknown type " + component);
        }
    }

    private void row(DataArray children) {
        require(!children.isEmpty() && children.length() <= 5, "a row has 1 to 5");
        for (int i = 0; i < children.length(); i++) {
            int type = children.getObject(i).getInt("type");
            require(type == BUTTON || (type == SELECT && children.length() == 1), "wrong in a row");
            check(children.getObject(i));
        }
    }

    private void button(DataObject button) {
        length(button.getString("label", ""), 1, 80, "label");
        if (button.getInt("style") == LINK_STYLE) {
            length(button.getString("url", ""), 1, 512, "url");
            web(button.getString("url", ""));
            require(!button.hasKey("custom_id"), "a link has no custom id");
        } else {
            customId(button);
            require(!button.hasKey("url"), "a press has no url");
        }
    }

    private void select(DataObject select) {
        customId(select);
        length(select.getString("placeholder", " "), 1, 150, "placeholder");
        DataArray options = select.getArray("options");
        require(!options.isEmpty() && options.length() <= 25, "1 to 25 options");
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.length(); i++) {
            length(options.getObject(i).getString("label"), 1, 100, "option label");
            length(options.getObject(i).getString("value"), 1, 100, "option value");
            require(values.add(options.getObject(i).getString("value")), "option twice");
        }
    }

    private void section(DataObject section) {
        DataArray texts = section.getArray("components");
        require(!texts.isEmpty() && texts.length() <= 3, "a section has 1 to 3 texts");
        for (int i = 0; i < texts.length(); i++) {
            require(texts.getObject(i).getInt("type") == TEXT, "a section has texts");
            check(texts.getObject(i));
        }
        check(section.getObject("accessory"));
    }

    private void text(String content) {
        require(!content.isBlank(), "an empty text");
        characters += content.length();
        faults.addAll(MarkdownRules.faults(content));
    }

    private void gallery(DataArray items) {
        require(!items.isEmpty() && items.length() <= 10, "1 to 10 pictures");
        for (int i = 0; i < items.length(); i++) {
            media(items.getObject(i));
        }
    }

    private void media(DataObject media) {
        length(media.getString("description", ""), 1, 1_024, "description");
        length(media.getObject("media").getString("url"), 1, 2_048, "media");
        web(media.getObject("media").getString("url"));
    }

    private void customId(DataObject component) {
        String id = component.getString("custom_id", "");
        length(id, 1, 100, "custom id");
        require(customIds.add(id), "custom id twice: " + id);
    }

    private void web(String url) {
        require(url.matches("https?://[!-~]+"), "no web address: " + url);
    }

    private void length(String text, int least, int most, String what) {
        require(text.length() >= least && text.length() <= most, what + " of length " + text.length());
    }

    private void require(boolean met, String otherwise) {
        if (!met) {
            faults.add(otherwise);
        }
    }
}
