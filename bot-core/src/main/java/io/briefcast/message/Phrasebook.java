package io.briefcast.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The bot's own sentences in other languages: a line with the English one, and below it one line for each language, such
 * as {@code   de Pausiert.} Line ends within a sentence are written as {@code \n}. What is said at once stands in
 * {@code phrases.txt}; what is put together and kept, and found again by {@link KeptWords}, in {@code reasons.txt}; what
 * commands and their options are for in {@code commands.txt}.
 */
final class Phrasebook {
    /** The languages that every sentence of the file is there in. */
    static final Set<Locale> LANGUAGES = Set.of(Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    private static final String SAID = "phrases.txt";
    private static final String KEPT = "reasons.txt";
    private static final String COMMANDS = "commands.txt";
    private static final String INDENT = "  ";
    private static final Map<String, Map<String, String>> REASONS = read(KEPT);
    private static final Map<String, Map<String, String>> SUMMARIES = read(COMMANDS);
    private static final Map<String, Map<String, String>> PHRASES = all(REASONS, SUMMARIES, read(SAID));

    private Phrasebook() {}

    /** The language in which somebody is answered: their own where we have it, else English. */
    static Locale language(Locale reader) {
        Locale language = Locale.of(reader.getLanguage());
        return LANGUAGES.contains(language) ? language : Locale.ENGLISH;
    }

    /** The sentence in a language; itself where it is not there. */
    static String find(String english, Locale language) {
        return PHRASES.getOrDefault(english, Map.of()).getOrDefault(language.getLanguage(), english);
    }

    /** Translations by language, by English sentence, in the order of the file. */
    static Map<String, Map<String, String>> all() {
        return PHRASES;
    }

    /** The sentences of {@code reasons.txt}, in English. */
    static Set<String> kept() {
        return REASONS.keySet();
    }

    /** Those of {@code commands.txt}, by English sentence. */
    static Map<String, Map<String, String>> ofCommands() {
        return SUMMARIES;
    }

    /** A sentence stands once, in one of the files. */
    @SafeVarargs
    private static Map<String, Map<String, String>> all(Map<String, Map<String, String>>... files) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Map<String, Map<String, String>> file : files) {
            file.forEach((english, translations) -> {
                if (all.put(english, translations) != null) {
                    throw new IllegalStateException("two translations of: " + english);
                }
            });
        }
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, Map<String, String>> read(String file) {
        Map<String, Map<String, String>> phrases = new LinkedHashMap<>();
        Map<String, String> translations = new HashMap<>();
        for (String line : lines(file)) {
            if (line.startsWith(INDENT)) {
                String[] parts = line.strip().split(" ", 2);
                translations.put(parts[0], parts[1].replace("\\n", "\n"));
            } else if (!line.isBlank()) {
                translations = new HashMap<>();
                if (phrases.put(line.replace("\\n", "\n"), translations) != null) {
                    throw new IllegalStateException("two translations of: " + line);
                }
            }
        }
        return phrases;
    }

    private static List<String> lines(String name) {
        try (InputStream file = Phrasebook.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not beside " + Phrasebook.class.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
