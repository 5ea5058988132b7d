package io.briefcast.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Stems of English content words; the index and its queries must be cut the same way. */
final class Words {
    /** Words of questions and talk, beside Lucene's own 33: a topic that has nothing else asks for nothing. */
    private static final List<String> TALK = List.of(
            "about", "am", "can", "could", "did", "do", "does", "from", "had", "has", "have", "he", "her", "him", "his",
            "how", "i", "its", "just", "me", "my", "our", "she", "should", "so", "than", "them", "those", "us", "we",
            "were", "what", "when", "where", "which", "who", "why", "would", "you", "your");

    static final Analyzer ANALYZER = new EnglishAnalyzer(stopWords());

    private Words() {}

    private static CharArraySet stopWords() {
        CharArraySet words = new CharArraySet(TALK, true);
        words.addAll(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return CharArraySet.unmodifiableSet(words);
    }

    /** Stems in the order of the text, stop words left out, at most {@code limit}. */
    static List<String> stems(String text, int limit) {
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream(InsightFields.CLAIM, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (stems.size() < limit && tokens.incrementToken()) {
                stems.add(term.toString());
            }
            return stems;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    /** Whether there is anything to look for: emoji, punctuation and blanks are not. */
    static boolean speaks(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
