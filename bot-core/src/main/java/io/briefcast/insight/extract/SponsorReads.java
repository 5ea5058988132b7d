package io.briefcast.insight.extract;

import io.briefcast.language.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a sponsor's name: who is thanked is named again and again until the read ends, whatever the words between say.
 * Works without speakers, as captions have none.
 */
final class SponsorReads {
    /** A read names its sponsor, its address or its offer at least this often, in sentences. */
    private static final int LONGEST_GAP = 12;
    /** Sentences; two minutes of talk. */
    private static final int LONGEST_READ = 45;

    private static final Pattern THANKED = Pattern.compile(
            "(?i:\\b(?:brought to you by|sponsored by|sponsor(?:s)?(?: today| this week)? (?:is|are)|(?:our|the|my) friends (?:over )?at|(?:our|the) (?:partners?|sponsors?)(?: over)? (?:at|from)?|supported by|support (?:\\w+ ){0,3}(?:comes |is )?from|(?:word|message) from|made possible by|shout ?out to|powered by|thanks? (?:you )?(?:so much )?to))\\s+(?i:(?:our|the) (?:friends|partners|sponsors?|folks|people|team)(?:,| (?:over )?at| from)\\s+)?((?:\\p{Lu}[\\w']*(?:\\.\\w+)?\\s?){1,3})");
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:brought to you by|sponsored by|our sponsors?|support for (?:this|the|our) (?:show|podcast|episode)|(?:show|podcast|episode|week|hour) (?:is|was) (?:powered|supported|made possible) by|short break for|big thanks to|(?:quick )?(?:word|message) from the (?:folks|people|team) at|in the breaks|free trial|promo code|coupon code|offer code|discount code|(?:use|enter) (?:the )?(?:code|link|coupon)|use our link|\\d+ ?(?:%|percent) off|no credit card|money[- ]back|get started (?:today|for free|at)|sign up (?:today|at|now|for free)|learn more at|tell them (?:we|that|you)|supporters? of (?:the|this|our|python|\\p{L}+) (?:show|podcast|bytes)|supporting (?:the|our|this) (?:show|podcast)|\\w+\\.(?:com|io|dev|fm|ai|app|co|sh|net|org)(?:/| slash | forward slash )\\w+|\\w+ dot (?:com|io|dev|fm|ai|app|co)\\b)",
            Pattern.CASE_INSENSITIVE);
    /** What a name is followed by in its address and before what it owns. */
    private static final Pattern ADDRESS_OR_OWNER = Pattern.compile("(?:\\.|').*");
    /** Names that stand beside thanks without having paid for them. */
    private static final Set<String> NOBODY = Set.of(
            "the", "this", "that", "you", "i", "we", "our", "my", "everyone", "everybody", "all", "and", "python");

    private SponsorReads() {}

    static void mark(List<Sentence> sentences, boolean[] ad) {
        Set<String> sponsors = sponsors(sentences);
        boolean[] calls = new boolean[ad.length];
        boolean[] mentions = new boolean[ad.length];
        for (int i = 0; i < ad.length; i++) {
            String text = sentences.get(i).clean();
            calls[i] = CALL.matcher(text).find() || (THANKED.matcher(text).find() && names(text, sponsors));
            mentions[i] = calls[i] || names(text, sponsors);
        }
        for (int i = 0; i < ad.length; i++) {
            if (calls[i]) {
                markRun(i, 1, mentions, ad);
                markRun(i, -1, mentions, ad);
            }
        }
    }

    private static Set<String> sponsors(List<Sentence> sentences) {
        Set<String> sponsors = new HashSet<>();
        for (Sentence sentence : sentences) {
            Matcher thanked = THANKED.matcher(sentence.clean());
            boolean paid = CALL.matcher(sentence.clean()).find();
            while (thanked.find()) {
                String name = thanked.group(1).strip().toLowerCase(Locale.ROOT);
                String first = name.split(" ", 2)[0];
                if (paid && !NOBODY.contains(first)) {
                    sponsors.add(first);
                }
            }
        }
        return sponsors;
    }

    private static boolean names(String text, Set<String> sponsors) {
        return !sponsors.isEmpty()
                && Tokens.of(text).lower().stream()
                        .map(word -> ADDRESS_OR_OWNER.matcher(word).replaceFirst(""))
                        .anyMatch(sponsors::contains);
    }

    /** From a call in one direction to the last mention that is near enough to the one before it. */
    private static void markRun(int from, int step, boolean[] mentions, boolean[] ad) {
        int last = from;
        for (int i = from; i >= 0 && i < ad.length && Math.abs(i - from) < LONGEST_READ; i += step) {
            if (mentions[i]) {
                for (int j = last; j != i; j += step) {
                    ad[j] = true;
                }
                last = i;
            } else if (Math.abs(i - last) > LONGEST_GAP) {
                break;
            }
        }
        ad[last] = true;
    }
}
