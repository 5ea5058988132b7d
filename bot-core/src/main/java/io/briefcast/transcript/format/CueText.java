package io.briefcast.transcript.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Takes the markup off a cue's text and keeps who speaks: {@code <v Anna>Hello} is Anna's {@code Hello}. */
final class CueText {
    /** Words of one voice; no name means that the voice did not change. Line breaks are kept. */
    record Piece(Optional<String> speaker, String text) {}

    /**
     * Every tag as WebVTT reads it: from {@code <} to {@code >} or to the end of the cue.
     * See https://www.w3.org/TR/webvtt1/#webvtt-cue-text-tokenizer.
     */
    static final Pattern WEBVTT_TAG = Pattern.compile("<([^>]*)(?:>|$)");

    /** Tags as SubRip files borrow them from HTML, and {@code {\an8}} of SubStation; a lone {@code <} is text. */
    static final Pattern SUBRIP_TAG = Pattern.compile("<(/?[a-zA-Z][^<>]{0,200})>|\\{\\\\[^{}]{0,40}\\}");

    /** A voice tag without a name is a voice that nobody knows. */
    private static final Pattern VOICE = Pattern.compile("v(?:\\.[^\\s]*)?(?:[ \\t\\n\\f]+(.*))?", Pattern.DOTALL);

    private CueText() {}

    static List<Piece> pieces(String text, Pattern tag) {
        List<Piece> pieces = new ArrayList<>();
        Optional<String> speaker = Optional.empty();
        StringBuilder words = new StringBuilder();
        Matcher tags = tag.matcher(text);
        while (tags.find()) {
            tags.appendReplacement(words, "");
            Optional<String> voice = voice(tags.group(1));
            if (voice.isPresent()) {
                add(pieces, speaker, words);
                speaker = voice;
            }
        }
        tags.appendTail(words);
        add(pieces, speaker, words);
        return pieces;
    }

    private static Optional<String> voice(@Nullable String tag) {
        Matcher matcher = VOICE.matcher(tag == null ? "" : tag);
        return matcher.matches()
                ? Optional.of(plain(Objects.requireNonNullElse(matcher.group(1), "")))
                : Optional.empty();
    }

    private static void add(List<Piece> pieces, Optional<String> speaker, StringBuilder words) {
        if (!words.toString().isBlank()) {
            pieces.add(new Piece(speaker, plain(words.toString())));
        }
        words.setLength(0);
    }

    /** The text with its character references resolved. */
    private static String plain(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
