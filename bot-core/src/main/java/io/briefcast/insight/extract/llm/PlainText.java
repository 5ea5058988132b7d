package io.briefcast.insight.extract.llm;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Lets only plain words pass: nothing that a chat turns into a link, a mention or a command, and nothing that talks to
 * the reader or to a model instead of saying something.
 */
final class PlainText {
    /** Control, format (zero width, direction), private, unassigned and lone surrogate characters. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");

    /** Endings of files that are no domains, and words that begin a sentence where a space is missing. */
    private static final String NO_HOST =
            "(?!(?:js|ts|jsx|tsx|go|txt|json|yaml|yml|toml|xml|html|css|the|that|this|these|those|they|and|but|when|if|we|there|because|then)\\b(?![/:?#@\\\\]))";

    /** Products that are called like hosts. */
    private static final Pattern PRODUCT = Pattern.compile("(?<![\\w./@-])(?:ASP|ADO|VB)\\.NET(?![\\w/:?#@-]|\\.\\w)");

    private static final Pattern ADDRESS = Pattern.compile(
            "[a-z][a-z0-9+.-]*:/|\\b(?:mailto|javascript|tel):|\\bdata:\\w+/|\\bwww\\b|[\\p{L}\\p{N}_-]\\.%s\\p{L}{2,}|\\bdot (?:com|io|org|net|dev|ai|co|fm|app) slash\\b|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[::|\\+\\d[\\d -]{6,}"
                    .formatted(NO_HOST),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile("@|#\\p{L}|<[@#!:/a-z]|&lt;", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP = Pattern.compile(
            "\\]\\s*\\(|`|\\*\\*|__|\\|\\||~~|<[^>]{1,200}>|^\\s*(?:[>#]|[-*] )|(?:^|\\s)/[a-z]",
            Pattern.CASE_INSENSITIVE);
    /** Nobody says a word of this length; keys and addresses of coins are. */
    private static final Pattern CIPHER = Pattern.compile("[\\p{L}\\p{N}_+/=-]{32,}");

    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:ignor\\w*|disregard\\w*|forget\\w*|overrid\\w*)\\b.{0,40}\\b(?:instructions?|prompts?|rules?|above|previous|guidelines)\\b"
                    + "|\\bas an ai (?:language )?(?:model|assistant)\\b"
                    + "|\\bclick(?:ing)? (?:here|on|the|this)\\b|\\b(?:promo|coupon|discount) code\\b|\\bsign up (?:at|now|for|here)\\b"
                    + "|\\b(?:dear|attention) (?:reader|user|admin|assistant|model|subscriber)s?\\b|\\byou are (?:now )?(?:an? )?(?:ai|assistant|language model|chatbot)\\b"
                    + "|\\b(?:reveal|print|repeat|send|post|leak|share) (?:your|the|all|this)\\b.{0,40}\\b(?:prompt|instructions?|tokens?|keys?|passwords?|secrets?|credentials|channel)\\b",
            Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    /** In one form (NFKC), without what cannot be seen; white space folded. */
    static String clean(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", " ");
        return INVISIBLE.matcher(folded).replaceAll("").strip();
    }

    /** Whether every character can be seen and none changes the order of others. */
    static boolean isVisible(String text) {
        return !INVISIBLE.matcher(text).find();
    }

    /** Whether the text, once clean, is words and nothing else. */
    static boolean isPlain(String text) {
        String clean = clean(text);
        return !ADDRESS.matcher(PRODUCT.matcher(clean).replaceAll(" ")).find()
                && !MENTION.matcher(clean).find()
                && !MARKUP.matcher(clean).find()
                && !CIPHER.matcher(clean).find()
                && !ORDER.matcher(clean).find();
    }
}
