package io.briefcast.insight.extract;

import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two or three sentences next to the claim that carry it: always one contiguous run of one speaker, which is what keeps
 * it readable. None when no run is good enough; then the quote stands alone.
 */
final class Explanation {
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    private static final int LONGEST_CHARACTERS = 600;
    private static final double FLOOR = 0.85;
    private static final Pattern NOT_HERE = Pattern.compile(
            "\\?|\\b(?:thank you|thanks|welcome|sponsor|podcast|episode|listeners)\\b|^(?:yeah|right|exactly|okay|yes|no)\\b.{0,30}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|since|so that|which means|therefore|but|whereas|instead|if|\\d+)\\b",
            Pattern.CASE_INSENSITIVE);

    private Explanation() {}

    static String of(int claim, List<Sentence> sentences, List<Embedding> meanings, boolean[] ad) {
        String best = "";
        double bestScore = FLOOR;
        for (int from = claim - BEFORE; from <= claim + 1; from++) {
            for (int length = 2; length <= 3; length++) {
                int to = from + length;
                boolean around = (from > claim && to <= claim + 1 + AFTER) || to == claim;
                if (around && isReadable(from, to, claim, sentences, ad)) {
                    double score = score(from, to, claim, sentences, meanings);
                    if (score > bestScore) {
                        bestScore = score;
                        best = text(from, to, sentences);
                    }
                }
            }
        }
        return best.length() > LONGEST_CHARACTERS ? "" : best;
    }

    private static boolean isReadable(int from, int to, int claim, List<Sentence> sentences, boolean[] ad) {
        if (from < 0 || to > sentences.size()) {
            return false;
        }
        boolean adjacent = from == claim + 1;
        String first = sentences.get(from).clean();
        if (!adjacent && (first.isEmpty() || Lexicon.DANGLING.contains(firstWord(first)))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            Sentence sentence = sentences.get(i);
            boolean sameVoice = sentence.turn() == sentences.get(claim).turn();
            if (ad[i]
                    || !sameVoice
                    || NOT_HERE.matcher(sentence.clean()).find()
                    || sentence.clean().split(" ").length < 4) {
                return false;
            }
        }
        return true;
    }

    private static String firstWord(String text) {
        Tokens tokens = Tokens.of(text);
        return tokens.size() == 0 ? "it" : tokens.get(0);
    }

    private static double score(int from, int to, int claim, List<Sentence> sentences, List<Embedding> meanings) {
        double near = 0;
        double reasons = 0;
        for (int i = from; i < to; i++) {
            near += meanings.get(i).cosine(meanings.get(claim)) / (to - from);
            reasons += REASON.matcher(sentences.get(i).clean()).find() ? 1.0 / (to - from) : 0;
        }
        double follows = from == claim + 1 ? 0.08 : 0;
        return 1.5 * near + 0.2 * reasons + follows;
    }

    private static String text(int from, int to, List<Sentence> sentences) {
        return sentences.subList(from, to).stream().map(Sentence::clean).collect(Collectors.joining(" "));
    }
}
