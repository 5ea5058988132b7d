package io.briefcast.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The bot's own sentences in other languages, from {@code phrases.txt}: a line with the English one, and below it one
 * line for each language, such as {@code   de Pausiert.} Line ends within a sentence are written as {@code \n}.
 */
final class Phrasebook {
    /** The languages that every sentence of the file is there in. */
    static final Set<Locale> LANGUAGES = Set.of(Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    private static final String FILE = "phrases.txt";
    private static final String INDENT = "  ";
    private static final Map<String, Map<String, String>> PHRASES = read();

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

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> phrases = new LinkedHashMap<>();
        Map<String, String> translations = new HashMap<>();
        for (String line : lines()) {
            if (line.startsWith(INDENT)) {
                String[] parts = line.strip().split(" ", 2);
                translations.put(parts[0], parts[1].replace("\\n", "\n"));
            } else if (!line.isBlank()) {
                translations = new HashMap<>();
                phrases.put(line.replace("\\n", "\n"), translations);
            }
        }
        return phrases;
    }

    private static List<String> lines() {
        try (InputStream file = Phrasebook.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not beside " + Phrasebook.class.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
