package io.briefcast.adapter.slack;

import java.util.regex.Pattern;

/** What people type, as they meant it: Slack escapes three characters and wraps addresses. */
final class SlackTyped {
    private static final Pattern WRAPPED = Pattern.compile("<(https?://[^|>\\s]{1,2000})(?:\\|[^>]{0,500})?>");
    /** Messages that become a query are cut: more words make no better query. */
    private static final int MAX_QUERY = 300;

    private SlackTyped() {}

    /** The text of a command. */
    static String line(String text) {
        return unescaped(WRAPPED.matcher(text).replaceAll("$1"))
                .replace(SlackText.INVISIBLE, "")
                .strip();
    }

    /** The words of a message, without addresses and markup. */
    static String query(String text) {
        String words = unescaped(text.replaceAll("<[^<>]{0,2000}>", " "))
                .replaceAll("[*_~`>•]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        int end = Math.min(words.length(), MAX_QUERY);
        return words.substring(0, Character.isLowSurrogate(charAt(words, end)) ? end - 1 : end);
    }

    private static char charAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
