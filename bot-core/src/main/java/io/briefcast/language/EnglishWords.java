package io.briefcast.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The 22,500 whole words that the embedding model's tokenizer knows: those that English texts use. */
final class EnglishWords {
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "d", "ing", "ly", "er", "ers", "y", "ness");

    private final Set<String> words;

    private EnglishWords(Set<String> words) {
        this.words = words;
    }

    static EnglishWords known() {
        return Loaded.WORDS;
    }

    /** Whether a word in lower case is known, as it stands or without its ending. */
    boolean has(String word) {
        return words.contains(word) || ENDINGS.stream().anyMatch(ending -> hasStem(word, ending));
    }

    private boolean hasStem(String word, String ending) {
        if (!word.endsWith(ending)) {
            return false;
        }
        String stem = word.substring(0, word.length() - ending.length());
        return words.contains(stem) || words.contains(stem + "e") || words.contains(stem + "y");
    }

    /** Read when it is asked for first: a second and some megabytes that most starts do without. */
    private static final class Loaded {
        static final EnglishWords WORDS = read();

        private static EnglishWords read() {
            try (InputStream tokenizer = BgeModel.vocabulary()) {
                JsonNode vocabulary =
                        new JsonMapper().readTree(tokenizer).path("model").path("vocab");
                return new EnglishWords(vocabulary.propertyNames().stream()
                        .filter(word -> word.chars().allMatch(Character::isLetter))
                        .collect(Collectors.toUnmodifiableSet()));
            } catch (IOException e) {
                throw new UncheckedIOException("the tokenizer's words cannot be read from the class path", e);
            }
        }
    }
}
