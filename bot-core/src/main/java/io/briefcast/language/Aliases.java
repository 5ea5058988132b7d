package io.briefcast.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which names mean the same thing, as somebody wrote down, such as "Open AI" and "OpenAI"; immutable. */
public final class Aliases {
    /** Nothing has a second name. */
    public static final Aliases NONE = new Aliases(List.of());

    /** Every wording costs a search of its own. */
    private static final int MOST_WORDINGS = 8;

    private static final int MOST_WORDS = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+#][\\p{L}\\p{N}+#.'’-]*");

    private final Map<String, Names> byKey = new HashMap<>();

    private Aliases(List<Names> all) {
        for (Names names : all) {
            names.all().forEach(name -> byKey.putIfAbsent(Spelling.key(name), names));
        }
    }

    /**
     * The names of one thing.
     *
     * @param all the one that is shown, then the others
     */
    public record Names(List<String> all) {
        public Names {
            all = List.copyOf(all);
            if (all.isEmpty()) {
                throw new IllegalArgumentException("a thing without a name");
            }
        }

        String shown() {
            return all.getFirst();
        }
    }

    /** Of a name that two things have, the first has it. */
    public static Aliases of(List<Names> all) {
        return new Aliases(all);
    }

    /** A topic by the names that are shown: as the table writes them, or as they are. */
    public String shown(String topic) {
        StringBuilder shown = new StringBuilder();
        int done = 0;
        for (Place place : places(topic)) {
            shown.append(topic, done, place.start()).append(place.names().shown());
            done = place.end();
        }
        return shown.append(topic.substring(done)).toString();
    }

    /** Whether two topics are one, by the table or by their spelling. */
    public boolean same(String one, String other) {
        return one.equals(other) || Spelling.same(shown(one), shown(other));
    }

    /** What all names and spellings of a topic have in common; for comparing only. */
    public String key(String topic) {
        return Spelling.key(shown(topic));
    }

    /** All ways to say a topic, the one that is shown first: with every other name, in every other spelling; at most 8. */
    public List<String> wordings(String topic) {
        Set<String> wordings = new LinkedHashSet<>();
        wordings.add(shown(topic));
        wordings.add(topic);
        for (Place place : places(topic)) {
            for (String name : place.names().all()) {
                wordings.add(topic.substring(0, place.start()) + name + topic.substring(place.end()));
            }
        }
        List.copyOf(wordings).forEach(wording -> wordings.addAll(Spelling.others(wording)));
        return wordings.stream().limit(MOST_WORDINGS).toList();
    }

    /** The other names of everything that a text names by one of them. */
    public List<String> otherNames(String text) {
        Map<Names, Set<String>> used = new LinkedHashMap<>();
        for (Place place : places(text)) {
            used.computeIfAbsent(place.names(), names -> new LinkedHashSet<>())
                    .add(Spelling.key(text.substring(place.start(), place.end())));
        }
        return used.entrySet().stream()
                .flatMap(entry -> entry.getKey().all().stream()
                        .filter(name -> !entry.getValue().contains(Spelling.key(name))))
                .toList();
    }

    /** Where a text has a name of the table; the longest name wins. */
    private List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        if (byKey.isEmpty()) {
            return places;
        }
        List<int[]> words = words(text);
        for (int i = 0; i < words.size(); ) {
            int next = i + 1;
            for (int end = Math.min(words.size(), i + MOST_WORDS); end > i; end--) {
                Optional<Place> place = place(text, words.get(i)[0], words.get(end - 1)[1]);
                if (place.isPresent()) {
                    places.add(place.get());
                    next = end;
                    break;
                }
            }
            i = next;
        }
        return places;
    }

    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String written = word.group();
            words.add(new int[] {word.start(), word.end() - (written.endsWith(".") ? 1 : 0)});
        }
        return words;
    }

    private Optional<Place> place(String text, int start, int end) {
        return Optional.ofNullable(byKey.get(Spelling.key(text.substring(start, end))))
                .map(names -> new Place(start, end, names));
    }

    private record Place(int start, int end, Names names) {}
}
