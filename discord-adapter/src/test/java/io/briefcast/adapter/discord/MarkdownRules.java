package io.briefcast.adapter.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What may be in our Markdown: headings, small print and quotations at the start of a line, our links, moments and commands. */
final class MarkdownRules {
    private static final Pattern ESCAPE = Pattern.compile("\\\\[^0-9A-Za-z\\s]");
    private static final Pattern START = Pattern.compile("(?m)^(## |-# |> )");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]()<>*\\n]+]\\(<https?://[!-~&&[^<>()\\\\]]+>\\)");
    private static final Pattern DATE = Pattern.compile("<t:\\d+:[DfF]>|</[a-z]+(?: [a-z]+){0,2}:\\d+>");
    private static final Pattern BOLD_LINE = Pattern.compile("(?m)^\\*\\*[^*\\n]+\\*\\*$");
    private static final Pattern BOLD_WORD = Pattern.compile("\\*\\*[\\p{L}\\p{N}'’-]+\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<=^| )\\*[^*\\n]+\\*(?= |$)");
    private static final Pattern CLOCK = Pattern.compile("(?<=\\d):(?=\\d)");
    private static final Pattern WHY = Pattern.compile("(?m)^(?:Why|Warum|Pourquoi |Por qué): ");
    private static final Pattern LIST = Pattern.compile("(?m)^\\s*\\d+\\. ");
    private static final String SPECIAL = "\\*_~`|>#-+[]()<:@!";

    private MarkdownRules() {}

    static List<String> faults(String markdown) {
        List<String> faults = new ArrayList<>();
        if (LIST.matcher(markdown).find()) {
            faults.add("a list in " + markdown);
        }
        String rest = ESCAPE.matcher(markdown).replaceAll("x");
        rest = START.matcher(rest).replaceAll("");
        rest = LINK.matcher(rest).replaceAll("link");
        rest = DATE.matcher(rest).replaceAll("date");
        rest = BOLD_LINE.matcher(rest).replaceAll("bold");
        rest = BOLD_WORD.matcher(rest).replaceAll("bold");
        rest = ITALIC.matcher(rest).replaceAll("italic");
        rest = CLOCK.matcher(WHY.matcher(rest).replaceAll("")).replaceAll("");
        rest.chars()
                .filter(character -> SPECIAL.indexOf(character) >= 0)
                .mapToObj(character -> "a bare " + (char) character + " in " + markdown)
                .forEach(faults::add);
        return faults;
    }
}
