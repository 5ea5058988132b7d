package io.briefcast.adapter.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord asks of forms, after https://docs.discord.com/developers/components/reference. */
final class ModalRules {
    private static final int SELECT = 3;
    private static final int INPUT = 4;
    private static final int LABEL = 18;

    private ModalRules() {}

    static List<String> faults(DataObject modal) {
        List<String> faults = new ArrayList<>();
        length(modal.getString("title", ""), 1, 45, faults);
        length(modal.getString("custom_id", ""), 1, 100, faults);
        DataArray labels = modal.getArray("components");
        if (labels.isEmpty() || labels.length() > 5) {
            faults.add("1 to 5 labels");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < labels.length(); i++) {
            label(labels.getObject(i), ids, faults);
        }
        return faults;
    }

    private static void label(DataObject label, Set<String> ids, List<String> faults) {
        if (label.getInt("type") != LABEL) {
            faults.add("no label");
        }
        length(label.getString("label", ""), 1, 45, faults);
        length(label.getString("description", " "), 1, 100, faults);
        DataObject field = label.getObject("component");
        length(field.getString("custom_id", ""), 1, 100, faults);
        length(field.getString("placeholder", " "), 1, 100, faults);
        if (!ids.add(field.getString("custom_id", ""))) {
            faults.add("a field twice");
        }
        if (field.getInt("type") != INPUT && field.getInt("type") != SELECT) {
            faults.add("neither an input nor a list");
        }
    }

    private static void length(String text, int least, int most, List<String> faults) {
        if (text.length() < least || text.length() > most) {
            faults.add("length of " + text);
        }
    }
}
