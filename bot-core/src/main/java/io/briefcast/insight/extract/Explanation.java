package io.briefcast.insight.extract;

import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two or three sentences next to the claim that carry it, or a long one: always one contiguous run of one speaker, which
 * is what keeps it readable. None when no run is good enough; then the quote stands alone.
 */
final class Explanation {
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    private static final int LONGEST_CHARACTERS = 600;
    /** A single sentence that is shorter than this explains nothing. */
    private static final int ENOUGH_CHARACTERS = 60;

    /** Two sentences that hold are always better than one. */
    private static final double ALONE = -10;

    /** Nearer to the claim than the episode's usual sentence by this many standard deviations, or it carries nothing. */
    private static final double FLOOR = 0.2;

    /** A run that has no telling word of the claim's must be nearer than this, or it is about something else. */
    private static final double NEAR_WITHOUT_A_WORD = 0.9;

    /** Who begins like this leaves what was said, and tells something else. */
    private static final Pattern LEAVES = Pattern.compile(
            "^(?:(?:and|but|so|or|well|now),?\\s+)*(?:maybe\\b|i (?:did|do) (?:see|have|know|remember)\\b|i (?:saw|heard|remember|was|had|did)\\b|actually,? (?:my|i|we)\\b|my (?:wife|husband|mom|mum|dad|kids?|son|daughter|friend|brother|sister)\\b|by the way\\b|anyway|speaking of\\b|before (?:we|i)\\b|(?:on )?an(?:other|d another) (?:note|thing)\\b|i think that(?:'s)? for\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:'s|ing|ed|ers?|es|s|ly|e)$");

    /** What spoils a headline and not what leads up to one. */
    private static final Set<String> UNFIT = Set.of("about the show", "announcement", "too spoken", "not meant");

    private static final Pattern FILLER = Pattern.compile(
            "^(?:(?:and|but|so|or)\\s+)?(?:yeah|yes|okay|ok|right|well|like|no)\\b,?\\s+(?:(?:so|and|but)\\b,?\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_HERE = Pattern.compile(
            "--|(?:\\.\\.\\.|…)|\\bsorry\\b|\\?|\\b(?:thank you|thanks|welcome|sponsor|podcast|episode|listeners)\\b|^(?:yeah|right|exactly|okay|yes|no)\\b.{0,30}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|since|so that|which means|therefore|but|whereas|instead|if|\\d+)\\b",
            Pattern.CASE_INSENSITIVE);

    private Explanation() {}

    static String of(int claim, List<Sentence> sentences, List<Embedding> meanings, boolean[] ad) {
        Scale scale = Scale.of(meanings, meanings.get(claim));
        String best = "";
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int from = claim - BEFORE; from <= claim + 1; from++) {
            for (int length = 1; length <= 3; length++) {
                int to = from + length;
                boolean around = (from > claim && to <= claim + 1 + AFTER) || to == claim;
                if (around && isReadable(from, to, claim, sentences, ad)) {
                    double near = scale.standard(near(from, to, claim, meanings));
                    double score = near
                            + reasons(from, to, sentences)
                            + (from == claim + 1 ? 0.4 : 0)
                            + (length == 1 ? ALONE : 0);
                    String text = text(from, to, sentences);
                    boolean linked = near >= NEAR_WITHOUT_A_WORD || sharesWord(from, to, claim, sentences);
                    boolean begins = sharesWord(from, from + 1, claim, sentences)
                            || scale.standard(near(from, from + 1, claim, meanings)) >= FLOOR;
                    boolean carries = near >= FLOOR && linked && begins;
                    if (carries && score > bestScore && fits(text, length)) {
                        bestScore = score;
                        best = text;
                    }
                }
            }
        }
        return best;
    }

    private static boolean fits(String text, int sentences) {
        return text.length() <= LONGEST_CHARACTERS && (sentences > 1 || text.length() >= ENOUGH_CHARACTERS);
    }

    private static boolean isReadable(int from, int to, int claim, List<Sentence> sentences, boolean[] ad) {
        if (from < 0 || to > sentences.size()) {
            return false;
        }
        boolean adjacent = from == claim + 1;
        String first = sentences.get(from).clean();
        if (LEAVES.matcher(first).find()) {
            return false;
        }
        if (!adjacent && (first.isEmpty() || Lexicon.DANGLING.contains(firstWord(first)))) {
            return false;
        }
        for (int i = from; i < to; i++) {
            Sentence sentence = sentences.get(i);
            boolean sameVoice = isSameVoice(sentence, sentences.get(claim));
            if (ad[i]
                    || !sameVoice
                    || NOT_HERE.matcher(sentence.clean()).find()
                    || Gate.isCutOff(sentence.clean())
                    || Phrases.refusal(sentence.clean()).filter(UNFIT::contains).isPresent()
                    || sentence.clean().split(" ").length < 4) {
                return false;
            }
        }
        return true;
    }

    /** Somebody who goes on after a word of the other's is still explaining. */
    private static boolean isSameVoice(Sentence sentence, Sentence claim) {
        return sentence.turn() == claim.turn()
                || (!claim.speaker().isEmpty() && sentence.speaker().equals(claim.speaker()));
    }

    private static String firstWord(String text) {
        Tokens tokens = Tokens.of(text);
        return tokens.size() == 0 ? "it" : tokens.get(0);
    }

    private static double near(int from, int to, int claim, List<Embedding> meanings) {
        double near = 0;
        for (int i = from; i < to; i++) {
            near += meanings.get(i).cosine(meanings.get(claim)) / (to - from);
        }
        return near;
    }

    private static boolean sharesWord(int from, int to, int claim, List<Sentence> sentences) {
        Set<String> claimed = telling(sentences.get(claim));
        return sentences.subList(from, to).stream()
                .anyMatch(sentence -> telling(sentence).stream().anyMatch(claimed::contains));
    }

    /** Stems of the words that carry meaning. */
    private static Set<String> telling(Sentence sentence) {
        Tokens tokens = Tokens.of(sentence.clean());
        return IntStream.range(0, tokens.size())
                .filter(tokens::isContent)
                .mapToObj(i -> ENDING.matcher(tokens.get(i)).replaceFirst(""))
                .collect(Collectors.toSet());
    }

    /** Share of the sentences that give a reason, a contrast, a condition or a number. */
    private static double reasons(int from, int to, List<Sentence> sentences) {
        double with = sentences.subList(from, to).stream()
                .filter(sentence -> REASON.matcher(sentence.clean()).find())
                .count();
        return with / (to - from);
    }

    private static String text(int from, int to, List<Sentence> sentences) {
        String run = sentences.subList(from, to).stream().map(Sentence::clean).collect(Collectors.joining(" "));
        String text = FILLER.matcher(run).replaceFirst("");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** How near the sentences of the episode are to the claim, for nearness alone says nothing. */
    private record Scale(double mean, double deviation) {
        static Scale of(List<Embedding> meanings, Embedding claim) {
            double[] near = meanings.stream().mapToDouble(claim::cosine).toArray();
            double mean = Arrays.stream(near).average().orElse(0);
            double variance = Arrays.stream(near)
                    .map(n -> (n - mean) * (n - mean))
                    .average()
                    .orElse(0);
            return new Scale(mean, Math.max(1e-9, Math.sqrt(variance)));
        }

        double standard(double near) {
            return (near - mean) / deviation;
        }
    }
}
