package io.briefcast.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sentences of our own again that were put together and kept in English, such as why a feed is not read any more:
 * each becomes the phrase that it was made of, with the values that stand in it. They come alone, several with
 * semicolons between them, behind a name and a colon, or with a full stop; values may be such sentences themselves.
 */
final class KeptWords {
    /** Whatever is longer is none of ours. */
    private static final int LONGEST = 1_000;

    private static final String BETWEEN = "; ";
    private static final String BEHIND_NAME = ": ";

    /** What says most in words of ours is tried first. */
    private static final List<Template> TEMPLATES = Phrasebook.kept().stream()
            .filter(sentence -> sentence.contains("%"))
            .map(Template::of)
            .sorted(Comparator.comparingInt((Template template) -> -template.letters()))
            .toList();

    /** More than we ever put together: others' words may be full of them. */
    private static final int MOST_PARTS = 12;

    private static final Pattern BORDER = Pattern.compile("[;:] ");

    /** What was looked at already; the same part is met in many ways of taking a sentence apart. */
    private final Map<String, Optional<Phrase>> known = new HashMap<>();

    private KeptWords() {}

    /** The phrase; the words as they are where they are none of ours. */
    static Phrase read(String words) {
        return words.length() > LONGEST || BORDER.matcher(words).results().count() > MOST_PARTS
                ? asItIs(words)
                : new KeptWords().phrase(words);
    }

    private static Phrase asItIs(String words) {
        return new Phrase(words, List.of());
    }

    private Phrase phrase(String words) {
        return found(words).orElseGet(() -> asItIs(words));
    }

    private Optional<Phrase> found(String words) {
        Optional<Phrase> before = known.get(words);
        if (before != null) {
            return before;
        }
        Optional<Phrase> found = look(words);
        known.put(words, found);
        return found;
    }

    private Optional<Phrase> look(String words) {
        if (Phrasebook.all().containsKey(words)) {
            return Optional.of(Phrase.of(words));
        }
        return parted(words, BETWEEN, this::both)
                .or(() -> TEMPLATES.stream()
                        .flatMap(template -> template.read(words, this).stream())
                        .findFirst())
                .or(() -> parted(words, BEHIND_NAME, this::named))
                .or(() -> stopped(words));
    }

    private static Optional<Phrase> parted(
            String words, String between, BiFunction<String, String, Optional<Phrase>> read) {
        for (int at = words.indexOf(between); at > 0; at = words.indexOf(between, at + 1)) {
            Optional<Phrase> phrase = read.apply(words.substring(0, at), words.substring(at + between.length()));
            if (phrase.isPresent()) {
                return phrase;
            }
        }
        return Optional.empty();
    }

    private Optional<Phrase> both(String first, String second) {
        return found(second).flatMap(last -> found(first).map(before -> Phrase.of("%s; %s", before, last)));
    }

    private Optional<Phrase> named(String name, String words) {
        return found(words).map(phrase -> Phrase.of("%s: %s", phrase(name), phrase));
    }

    private Optional<Phrase> stopped(String words) {
        return words.endsWith(".")
                ? found(words.substring(0, words.length() - 1)).map(phrase -> Phrase.of("%s.", phrase))
                : Optional.empty();
    }

    /**
     * A sentence with places.
     *
     * @param kinds of its places, in order: {@code s} for words, {@code d} for whole numbers
     * @param letters how much of it is ours
     */
    private record Template(String sentence, Pattern pattern, List<Character> kinds, int letters) {
        static Template of(String sentence) {
            StringBuilder pattern = new StringBuilder();
            List<Character> kinds = new ArrayList<>();
            Matcher place = Phrase.PLACE.matcher(sentence);
            int end = 0;
            int letters = sentence.length();
            for (; place.find(); end = place.end()) {
                pattern.append(Pattern.quote(sentence.substring(end, place.start())));
                char kind = place.group("kind").charAt(0);
                pattern.append(kind == 'd' ? "(-?\\d[\\d,]{0,14})" : kind == 's' ? "(.+)" : "%");
                letters -= place.group().length();
                if (kind != '%') {
                    kinds.add(kind);
                }
            }
            pattern.append(Pattern.quote(sentence.substring(end)));
            return new Template(
                    sentence, Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(kinds), letters);
        }

        Optional<Phrase> read(String words, KeptWords others) {
            Matcher matcher = pattern.matcher(words);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                values.add(value(kinds.get(i), matcher.group(i + 1), others));
            }
            return Optional.of(new Phrase(sentence, values));
        }

        /** One word is somebody's name or an address, unless it is kept itself. */
        private static Object value(char kind, String written, KeptWords others) {
            if (kind == 'd') {
                return Long.parseLong(written.replace(",", ""));
            }
            return written.contains(" ") || Phrasebook.kept().contains(written) ? others.phrase(written) : written;
        }
    }
}
