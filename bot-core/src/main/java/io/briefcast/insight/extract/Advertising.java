package io.briefcast.insight.extract;

import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what is paid for or recited: sponsor reads by their words and by how far they run, advertisers' voices by how
 * little and how closely together they speak, and what the show says word by word in every episode.
 */
public final class Advertising {
    private static final int NEIGHBOURHOOD = 3;
    private static final double DENSE = 0.045;
    private static final int DIFFERENT = 3;
    private static final int LONGEST_BLOCK = 30;
    private static final double CLOSER_TO_AD = 0.02;
    private static final double RARE_SHARE = 0.03;
    private static final double RARE_SPAN = 0.06;
    private static final double RECITED = 0.5;
    private static final Pattern OPENING = Pattern.compile(
            "\\b(?:brought to you by|(?:our|today's|this (?:week|episode)'s) sponsors?|sponsored by|thanks to our (?:friends|sponsors?|partners?)|"
                    + "(?:support(?:ed)? (?:for|by|comes? from))|promo code|coupon code|use (?:the )?(?:code|offer code)|\\d+ ?(?:%|percent) off|free trial|"
                    + "word from (?:our|a) sponsor|(?:go|head(?: on)?(?: over)?|check (?:it|them) out|visit|find (?:it|them|out more)|learn more|sign up|get started)(?: \\w+){0,3} (?:at|to) [\\w-]+(?:\\.| dot )(?:com|io|dev|fm|ai|app|co|sh|net|org|example)|"
                    + "slash (?:podcast|changelog|\\w+pod))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDING = Pattern.compile(
            "\\b(?:back to (?:the|our)|anyway|welcome back|so,? (?:tell|let)|we're back)\\b", Pattern.CASE_INSENSITIVE);

    private Advertising() {}

    /** For every sentence whether it is advertising or recited. */
    public static boolean[] find(
            List<Sentence> sentences, List<Embedding> meanings, Set<Long> boilerplate, Duration length) {
        boolean[] ad = new boolean[sentences.size()];
        markDense(sentences, ad);
        markBlocks(sentences, meanings, ad);
        SponsorReads.mark(sentences, ad);
        markRareVoices(sentences, length, ad);
        for (int i = 0; i < ad.length; i++) {
            ad[i] |= Shingles.repeated(sentences.get(i), boilerplate) >= RECITED;
        }
        return ad;
    }

    /** Several different words of a read close together, one of which belongs to nothing else. */
    private static void markDense(List<Sentence> sentences, boolean[] ad) {
        List<Tokens> tokens =
                sentences.stream().map(sentence -> Tokens.of(sentence.clean())).toList();
        for (int i = 0; i < ad.length; i++) {
            List<Tokens> around =
                    tokens.subList(Math.max(0, i - NEIGHBOURHOOD), Math.min(ad.length, i + NEIGHBOURHOOD + 1));
            ad[i] |= isDense(around);
        }
    }

    private static boolean isDense(List<Tokens> around) {
        List<String> found = around.stream()
                .flatMap(tokens -> tokens.lower().stream())
                .filter(word -> Lexicon.SPONSOR.contains(word) || Lexicon.OFFER.contains(word))
                .toList();
        int words = around.stream().mapToInt(Tokens::size).sum();
        return new HashSet<>(found).size() >= DIFFERENT
                && found.stream().anyMatch(Lexicon.SPONSOR::contains)
                && found.size() >= DENSE * words;
    }

    /** From an opening on, as long as the talk stays nearer to the opening than to the episode. */
    private static void markBlocks(List<Sentence> sentences, List<Embedding> meanings, boolean[] ad) {
        Embedding episode = mean(meanings);
        for (int i = 0; i < ad.length; i++) {
            if (!OPENING.matcher(sentences.get(i).clean()).find()) {
                continue;
            }
            Embedding opening = meanings.get(i);
            markBackwards(sentences, meanings, opening, episode, i, ad);
            int misses = 0;
            for (int j = i; j < Math.min(ad.length, i + LONGEST_BLOCK) && misses < 3; j++) {
                boolean near = meanings.get(j).cosine(opening) > meanings.get(j).cosine(episode) + CLOSER_TO_AD
                        || sameTurn(sentences.get(i), sentences.get(j));
                if (j > i && ENDING.matcher(sentences.get(j).clean()).find()) {
                    break;
                }
                misses = near ? 0 : misses + 1;
                ad[j] |= near;
            }
        }
    }

    /** Captions name nobody, and are one turn from the first word to the last. */
    private static boolean sameTurn(Sentence one, Sentence other) {
        return !one.speaker().isEmpty() && one.turn() == other.turn();
    }

    /** A read can begin before its give-away words: within the same turn, while it sounds like them. */
    private static void markBackwards(
            List<Sentence> sentences,
            List<Embedding> meanings,
            Embedding opening,
            Embedding episode,
            int i,
            boolean[] ad) {
        for (int j = i - 1; j >= Math.max(0, i - LONGEST_BLOCK / 2); j--) {
            boolean sameTurn = sentences.get(j).turn() == sentences.get(i).turn();
            boolean near = meanings.get(j).cosine(opening) > meanings.get(j).cosine(episode) + CLOSER_TO_AD;
            if (!sameTurn || !near) {
                return;
            }
            ad[j] = true;
        }
    }

    /** A voice that says little, and that little in one place, was paid to. */
    private static void markRareVoices(List<Sentence> sentences, Duration length, boolean[] ad) {
        Map<String, Voice> voices = new HashMap<>();
        long all = 0;
        for (Sentence sentence : sentences) {
            long words = sentence.clean().split(" ").length;
            all += words;
            if (!sentence.speaker().isEmpty()) {
                voices.merge(sentence.speaker(), Voice.of(sentence, words), Voice::and);
            }
        }
        if (voices.size() < 3) {
            return;
        }
        for (int i = 0; i < ad.length; i++) {
            Voice voice = voices.get(sentences.get(i).speaker());
            ad[i] |= voice != null
                    && voice.words < RARE_SHARE * all
                    && voice.last.minus(voice.first).toMillis() < RARE_SPAN * length.toMillis();
        }
    }

    private record Voice(long words, Duration first, Duration last) {
        static Voice of(Sentence sentence, long words) {
            return new Voice(words, sentence.start(), sentence.end());
        }

        Voice and(Voice later) {
            return new Voice(words + later.words, first, later.last);
        }
    }

    static Embedding mean(List<Embedding> meanings) {
        float[] sum = new float[meanings.getFirst().vector().length];
        for (Embedding meaning : meanings) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += meaning.vector()[d];
            }
        }
        double length = 0;
        for (float value : sum) {
            length += value * value;
        }
        for (int d = 0; d < sum.length; d++) {
            sum[d] /= (float) Math.max(1e-9, Math.sqrt(length));
        }
        return new Embedding(sum);
    }
}
