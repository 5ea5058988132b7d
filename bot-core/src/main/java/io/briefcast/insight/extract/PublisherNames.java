package io.briefcast.insight.extract;

import io.briefcast.insight.InsightExtractor.Source;
import io.briefcast.podcast.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names as the publisher writes them, from the feed's persons, titles and notes. Automatic transcripts misspell names;
 * in a headline such a word is shown as the publisher writes it. The quote stays as it was transcribed.
 */
final class PublisherNames {
    /** Shorter names are one slip away from too many words. */
    private static final int SHORTEST = 5;
    /** A name that long may differ in two letters. */
    private static final int LONG = 8;
    /** One or two slips happen to careful people as well. */
    private static final int FEWEST_WRONG = 3;
    /** Notes of whole books bring no more names that matter. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}\\p{N}]{4,}\\b");
    /** Two words that may be one name torn apart, or a first and a last name. */
    private static final Pattern PAIR =
            Pattern.compile("\\b\\p{Lu}[\\p{L}\\p{N}]*(?:-(?=\\p{L})| (?=\\p{Lu}))([\\p{L}\\p{N}]+)\\b");

    private static final Pattern GAP = Pattern.compile("[ -]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Map<String, String> written = new HashMap<>();
    private final Map<String, String> persons = new HashMap<>();
    private final Set<String> ordinary;

    /** @param ordinary words that the transcript also writes in lower case, which are no names */
    PublisherNames(Source source, Set<String> ordinary) {
        this.ordinary = ordinary;
        String notes = source.episode().notes();
        List<String> people = Stream.concat(source.show().persons().stream(), source.episode().persons().stream())
                .map(Person::name)
                .toList();
        people.stream()
                .filter(name -> name.length() >= LONG && GAP.matcher(name).find())
                .forEach(name -> persons.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        Stream.concat(
                        people.stream(),
                        Stream.of(
                                source.show().title(),
                                source.episode().title(),
                                notes.substring(0, Math.min(notes.length(), MOST_CHARACTERS))))
                .forEach(this::add);
    }

    private void add(String text) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            String key = name.group().toLowerCase(Locale.ROOT);
            if (!ordinary.contains(key)) {
                written.putIfAbsent(key, name.group());
            }
        }
    }

    /**
     * Whether the transcript misspells the names that the publisher gives: three at least, and more than it has right. A
     * sign that a machine wrote it that did not understand all else either.
     */
    boolean areMisspeltIn(List<Tokens> sentences) {
        Set<String> capitals = new HashSet<>();
        for (Tokens sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                if (sentence.isName(i)) {
                    capitals.add(sentence.get(i).replaceFirst("'s$", ""));
                }
            }
        }
        long right = written.keySet().stream().filter(capitals::contains).count();
        capitals.removeIf(word -> word.length() < SHORTEST || isSure(word));
        long wrong = written.keySet().stream()
                .filter(name -> !capitals.contains(name))
                .filter(name -> capitals.stream().anyMatch(word -> isSlip(word, name)))
                .count();
        return wrong >= FEWEST_WRONG && wrong > right;
    }

    private static boolean isSlip(String word, String name) {
        int most = name.length() >= LONG ? 2 : 1;
        return Math.abs(word.length() - name.length()) <= most
                && !isForm(word, name)
                && Slips.between(word, name) <= most;
    }

    /** The headline with names that are one slip away from a publisher's name written as that. */
    String corrected(String headline) {
        if (written.isEmpty() && persons.isEmpty()) {
            return headline;
        }
        return WORD.matcher(joined(headline))
                .replaceAll(word -> Matcher.quoteReplacement(corrected(word.group(), word.start() == 0)));
    }

    /** "Open AAI" is OpenAI, "C-pilot" is Copilot, and "Sarah Chang" may be whom the feed calls Sarah Zhang. */
    private String joined(String headline) {
        StringBuilder joined = new StringBuilder();
        Matcher pair = PAIR.matcher(headline);
        int done = 0;
        for (int from = 0; pair.find(from); ) {
            Optional<String> name = name(pair.group());
            if (name.isPresent()) {
                joined.append(headline, done, pair.start()).append(name.get());
                done = pair.end();
            }
            from = name.isPresent() ? pair.end() : pair.start(1);
        }
        return joined.append(headline.substring(done)).toString();
    }

    private Optional<String> name(String pair) {
        String lower = pair.toLowerCase(Locale.ROOT);
        if (persons.containsKey(lower) || GAP.splitAsStream(lower).anyMatch(this::isSure)) {
            return persons.containsKey(lower) ? Optional.empty() : person(lower);
        }
        String together = GAP.matcher(lower).replaceAll("");
        List<String> near = written.keySet().stream()
                .filter(name -> Slips.between(together, name) <= 1)
                .filter(name -> name.equals(together) || !isForm(together, name))
                .toList();
        return near.size() == 1 ? Optional.ofNullable(written.get(near.getFirst())) : person(lower);
    }

    /** A word that stands for itself: a name of its own, or one that the transcript writes small. */
    private boolean isSure(String word) {
        return written.containsKey(word) || ordinary.contains(word);
    }

    private Optional<String> person(String pair) {
        List<String> near = persons.keySet().stream()
                .filter(name -> Slips.between(pair, name) == 1 && !isForm(pair, name))
                .toList();
        return near.size() == 1 ? Optional.ofNullable(persons.get(near.getFirst())) : Optional.empty();
    }

    private String corrected(String word, boolean first) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean name = Character.isUpperCase(word.charAt(0)) && !ordinary.contains(lower);
        if (!name || word.length() < SHORTEST || written.containsKey(lower) || Lexicon.STOP.contains(lower)) {
            return word;
        }
        return only(lower, first).orElse(word);
    }

    /** The one name that is near enough; two would be a guess. At the start every word has a capital, so be stricter. */
    private Optional<String> only(String word, boolean first) {
        List<String> near = written.keySet().stream()
                .filter(name -> Slips.between(word, name) <= (!first && name.length() >= LONG ? 2 : 1))
                .filter(name -> !isForm(word, name))
                .toList();
        return near.size() == 1 ? Optional.ofNullable(written.get(near.getFirst())) : Optional.empty();
    }

    /** "Pythons" is not a slip of "Python". */
    private static boolean isForm(String word, String name) {
        return word.startsWith(name) || name.startsWith(word);
    }

    /** Words that the transcript writes without a capital somewhere. */
    static Set<String> ordinary(List<Tokens> sentences) {
        Set<String> ordinary = new HashSet<>();
        for (Tokens sentence : sentences) {
            for (String word : sentence.written()) {
                if (Character.isLowerCase(word.charAt(0))) {
                    ordinary.add(word);
                }
            }
        }
        return ordinary;
    }
}
