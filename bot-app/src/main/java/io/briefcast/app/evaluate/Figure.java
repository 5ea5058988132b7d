package io.briefcast.app.evaluate;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one system reached on one task.
 *
 * @param task what was asked of it, with the name of the labels
 * @param sample what it was asked on, with its size
 * @param system {@code ours}, or the name of a baseline
 * @param values measures by name, in the order in which they are printed
 */
public record Figure(String task, String sample, String system, Map<String, Double> values) {
    /** As a row of a Markdown table. */
    String row() {
        String measured = values.entrySet().stream()
                .map(value -> "%s %.3f".formatted(value.getKey(), value.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "| %s | %s | %s | %s |", task, sample, system, measured);
    }
}
