package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Pages: {@code <cite>} speakers, {@code <time>} stamps and {@code <p>} words of the podcast namespace, and whatever
 * else publishers call a transcript.
 */
@Component
@Order(40)
class HtmlText implements TranscriptFormat {
    /** Deeper than any page made by people; the parser's time grows with depth. */
    private static final int MAX_DEPTH = 100;

    /** Ten times the longest transcript page met; a page of tags only takes fifty times its length in memory. */
    private static final int MAX_CHARACTERS = 4_000_000;

    private static final Pattern TAG =
            Pattern.compile("\\s*<(?:!doctype|!--|\\?xml|/?[a-z][a-z0-9]{0,15}[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_XML = Pattern.compile(
            "\\s*(?:<\\?xml[^>]{0,200}>\\s*)?<(?:rss|feed|rdf|opml|svg|tt|error)[\\s:>]"
                    + "|\\s*<\\?xml[^>]{0,200}>\\s*<(?!html|body|main|article|section|div|p[\\s>]|cite)[a-z]",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "html";
    }

    @Override
    public boolean recognises(String text) {
        return TAG.matcher(text).lookingAt();
    }

    @Override
    public Transcript read(String text) {
        if (OTHER_XML.matcher(text).lookingAt()) {
            return NoSpeech.transcript(name(), "it is XML of another kind");
        }
        Document page = Jsoup.parse(
                text.substring(0, Math.min(MAX_CHARACTERS, text.length())),
                "",
                Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        List<Turn> turns = Turns.of(HtmlLines.of(page));
        return NoSpeech.in(page.title(), turns)
                .map(why -> NoSpeech.transcript(name(), why))
                .orElseGet(() -> new Timeline(turns).lay(name()));
    }
}
