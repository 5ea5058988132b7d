package io.briefcast.adapter.discord;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * The marks that one message carries, by which a post is found again.
 *
 * @param tokens in the ids of buttons and lists
 * @param componentIds of the numbers that components have, those that may be marks
 */
record DiscordMarks(Set<String> tokens, Set<Integer> componentIds) {
    DiscordMarks {
        tokens = Set.copyOf(tokens);
        componentIds = Set.copyOf(componentIds);
    }

    /** Those of a message as Discord describes it. */
    static DiscordMarks of(DataObject message) {
        Set<String> tokens = new HashSet<>();
        Set<Integer> componentIds = new HashSet<>();
        components(message).flatMap(DiscordMarks::withChildren).forEach(component -> {
            tokens.add(DiscordMark.in(component.getString("custom_id", "")).token());
            componentIds.add(component.getInt("id", 0));
        });
        tokens.remove(DiscordMark.none().token());
        componentIds.removeIf(id -> !DiscordMark.isComponentId(id));
        return new DiscordMarks(tokens, componentIds);
    }

    /** Whether this mark is among them. */
    boolean have(DiscordMark mark) {
        return componentIds.contains(mark.componentId()) || tokens.contains(mark.token());
    }

    /** Buttons and lists are in rows, never deeper. */
    private static Stream<DataObject> withChildren(DataObject component) {
        return Stream.concat(Stream.of(component), components(component));
    }

    private static Stream<DataObject> components(DataObject parent) {
        DataArray components = parent.optArray("components").orElseGet(DataArray::empty);
        return IntStream.range(0, components.length()).mapToObj(components::getObject);
    }
}
