package io.briefcast.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the prefixes of tags mean at the place that is being read. The XML readers at hand look through all prefixes
 * around a tag to find one, or copy them for each tag: a feed can make that cost minutes. Here a look-up costs the same
 * whatever is declared.
 */
final class FeedSpaces {
    /** For feeds that use a prefix without saying what it means. */
    private static final Map<String, String> USUAL = Map.of(
            "xml", "http://www.w3.org/XML/1998/namespace",
            "itunes", FeedNames.ITUNES,
            "podcast", FeedNames.PODCAST,
            "content", FeedNames.CONTENT,
            "dc", FeedNames.DUBLIN_CORE,
            "atom", FeedNames.ATOM,
            "media", FeedNames.MEDIA,
            "googleplay", FeedNames.GOOGLE_PLAY);

    private static final int MANY = 100;
    private static final String UNKNOWN = "urn:undeclared";
    private static final String DECLARES = "xmlns";

    private final Problems problems;
    private final Map<String, Deque<String>> meanings = new HashMap<>();
    /** The prefixes that each tag around here declares. */
    private final Deque<List<String>> declared = new ArrayDeque<>();

    private final Set<String> missed = new HashSet<>();

    FeedSpaces(Problems problems) {
        this.problems = problems;
    }

    /** Goes into a tag. */
    void enter() {
        declared.push(List.of());
    }

    /** Takes an attribute of the tag just entered; false unless it declares a prefix. */
    boolean declare(String attribute, String value) {
        if (!attribute.startsWith(DECLARES)) {
            return false;
        }
        if (attribute.length() > DECLARES.length() && attribute.charAt(DECLARES.length()) != ':') {
            return false;
        }
        String prefix = prefix(attribute).isEmpty() ? "" : FeedNames.local(attribute);
        meanings.computeIfAbsent(prefix, any -> new ArrayDeque<>(2)).push(value.strip());
        if (declared.element().isEmpty()) {
            declared.pop();
            declared.push(new ArrayList<>(4));
        }
        declared.element().add(prefix);
        return true;
    }

    /** Leaves the tag entered last. */
    void leave() {
        declared.pop()
                .forEach(prefix ->
                        meanings.getOrDefault(prefix, new ArrayDeque<>()).pop());
    }

    /** The namespace of a tag; empty for none. */
    String ofTag(String name, int line) {
        String prefix = prefix(name);
        return meaning(prefix).orElseGet(() -> prefix.isEmpty() ? "" : usual(prefix, line));
    }

    /** The namespace of an attribute, which has none without a prefix. */
    String ofAttribute(String name) {
        String prefix = prefix(name);
        return prefix.isEmpty() ? "" : meaning(prefix).orElseGet(() -> USUAL.getOrDefault(prefix, UNKNOWN));
    }

    private Optional<String> meaning(String prefix) {
        return Optional.ofNullable(meanings.get(prefix)).map(Deque::peek);
    }

    private String usual(String prefix, int line) {
        if (!prefix.equals("xml") && missed.size() < MANY && missed.add(prefix)) {
            problems.add("the prefix “%s” is not declared".formatted(FeedTags.shortened(prefix)), line);
        }
        return USUAL.getOrDefault(prefix.toLowerCase(Locale.ROOT), UNKNOWN);
    }

    private static String prefix(String name) {
        int colon = name.indexOf(':');
        return colon <= 0 ? "" : name.substring(0, colon);
    }
}
