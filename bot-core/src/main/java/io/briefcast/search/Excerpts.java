package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.search.Passage.Line;
import io.briefcast.search.PassageIndex.Found;
import io.briefcast.search.SearchResult.Hit;
import io.briefcast.search.SearchResult.Spoken;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was said on a topic beside the insights on it: a few sentences of each passage. */
final class Excerpts {
    private static final int MOST = 3;
    /** About twenty seconds of talk: what anybody reads under a list. */
    private static final int MAX_CHARACTERS = 320;

    private static final int MAX_LINES = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

    private Excerpts() {}

    /**
     * Of the strong passages in which none of these insights was said, one an episode; none after the first page. Where
     * one person was asked for, nothing of those who spoke in the same minute.
     *
     * @param stems of the words that somebody looked for
     */
    static List<Spoken> beside(List<Hit> insights, List<Found> passages, Set<String> stems, TopicQuery query) {
        if (query.page() > 0) {
            return List.of();
        }
        Set<String> episodes = new HashSet<>();
        return passages.stream()
                .filter(Found::strong)
                .map(Found::passage)
                .filter(passage -> insights.stream().noneMatch(hit -> isIn(hit.insight(), passage)))
                .filter(passage -> !episodes.contains(passage.episodeId()))
                .flatMap(passage -> spoken(passage, stems, query.speaker()).stream())
                .filter(spoken -> episodes.add(spoken.episodeId()))
                .limit(MOST)
                .toList();
    }

    static boolean isIn(Insight insight, Passage passage) {
        return insight.episodeId().equals(passage.episodeId())
                && insight.quote().start().compareTo(passage.end()) < 0
                && insight.quote().end().compareTo(passage.start()) > 0;
    }

    /** Where one person was asked for, only what has a word of the question: the minute may be about what others said. */
    private static Optional<Spoken> spoken(Passage passage, Set<String> stems, Optional<String> speaker) {
        List<Line> best = List.of();
        long most = speaker.isPresent() ? 0 : -1;
        for (int i = 0; i < passage.lines().size(); i++) {
            List<Line> run = run(passage.lines().subList(i, passage.lines().size()));
            long found = isBy(speaker, run.getFirst()) ? matched(run, stems) : -1;
            if (found > most) {
                best = run;
                most = found;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(spoken(passage, best, stems));
    }

    private static boolean isBy(Optional<String> speaker, Line line) {
        return speaker.isEmpty() || PassageFields.folded(speaker.get()).equals(PassageFields.folded(line.speaker()));
    }

    private static Spoken spoken(Passage passage, List<Line> best, Set<String> stems) {
        String text = text(best);
        return new Spoken(
                passage.episodeId(),
                passage.showId(),
                new Quote(
                        text,
                        best.getFirst().speaker(),
                        best.getFirst().start(),
                        best.getLast().end(),
                        passage.approximate()),
                passage.published(),
                marked(text, stems));
    }

    /** What one person says from the first line on, as far as it is short; the first line in any case. */
    private static List<Line> run(List<Line> lines) {
        int end = 1;
        int characters = lines.getFirst().text().length();
        while (end < Math.min(MAX_LINES, lines.size())
                && lines.get(end).speaker().equals(lines.getFirst().speaker())
                && characters + lines.get(end).text().length() <= MAX_CHARACTERS) {
            characters += lines.get(end).text().length();
            end++;
        }
        return lines.subList(0, end);
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining(" "));
    }

    private static long matched(List<Line> lines, Set<String> stems) {
        return Words.stems(text(lines), Integer.MAX_VALUE).stream()
                .filter(stems::contains)
                .distinct()
                .count();
    }

    /** The same insight with what the question has of its words. */
    static Hit marked(Hit hit, Set<String> stems) {
        Insight insight = hit.insight();
        return hit.marking(marked(
                String.join(
                        " ",
                        insight.headline(),
                        insight.explanation(),
                        insight.quote().text()),
                stems));
    }

    /** The words of the text that the question has, as they are written, in the order of the text. */
    private static List<String> marked(String text, Set<String> stems) {
        Set<String> marked = new LinkedHashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (Words.stems(word.group(), 1).stream().anyMatch(stems::contains)) {
                marked.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(marked);
    }
}
