package io.briefcast.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings that exist, read from the metadata that the build writes for every settings record. Finds misspelt ones
 * wherever they are given, environment variables included, which Spring ignores silently.
 */
final class KnownSettings {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String PREFIX = "briefcast.";
    private final Set<String> names;

    private KnownSettings(Set<String> names) {
        this.names = names;
    }

    static KnownSettings read() {
        try {
            Set<String> names = new TreeSet<>();
            for (URL url : Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA))) {
                try (InputStream in = url.openStream()) {
                    names.addAll(names(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            names.removeIf(name -> !name.startsWith(PREFIX));
            return new KnownSettings(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Most metadata on the class path is Spring's own and large: it is not even parsed, for a start must be quick. */
    private static List<String> names(String metadata) {
        if (!metadata.contains('"' + PREFIX)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode property : JsonMapper.shared().readTree(metadata).path("properties")) {
            names.add(property.path("name").asString());
        }
        return names;
    }

    /** One sentence about the first setting that does not exist; empty when all do. */
    Optional<String> complaint(List<String> arguments, Map<String, String> environment) {
        Stream<String> fromArguments = arguments.stream()
                .map(argument -> argument.substring(2).split("=", 2)[0])
                .filter(name -> name.startsWith(PREFIX));
        Stream<String> fromEnvironment = environment.keySet().stream().filter(name -> name.startsWith("BRIEFCAST_"));
        return Stream.concat(fromArguments, fromEnvironment)
                .filter(name -> !isKnown(name))
                .sorted()
                .findFirst()
                .map(this::sentence);
    }

    private boolean isKnown(String given) {
        return names.stream().anyMatch(name -> normal(name).equals(normal(given)));
    }

    private String sentence(String given) {
        String wanted = normal(given);
        String nearest = names.stream()
                .sorted((a, b) -> Integer.compare(distance(normal(a), wanted), distance(normal(b), wanted)))
                .limit(3)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        return "There is no setting '%s'. The nearest are %s; the README lists all.".formatted(given, nearest);
    }

    /** Spring binds {@code BRIEFCAST_DATADIR}, {@code briefcast.data-dir} and {@code briefcast.dataDir} alike. */
    private static String normal(String name) {
        return name.replaceAll("\\[.*", "")
                .replaceAll("_\\d+_?$", "")
                .replaceAll("[._-]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Edit distance after Levenshtein, 1966: insertions, deletions and substitutions cost 1. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
