package io.briefcast.app.evaluate;

import io.briefcast.insight.QuoteCheck;
import io.briefcast.language.Sentence;
import io.briefcast.language.Sentences;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Which quotes pass the quote check: those that were said must, those that were changed in their meaning must not. Needs
 * no labels, for the changes are made here; the same ones every time.
 */
final class QuoteVariants implements Task {
    private static final int EPISODES = 30;
    private static final int QUOTES_PER_EPISODE = 60;
    private static final int FEWEST_WORDS = 10;
    private static final int MOST_WORDS = 35;
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,6}\\b");
    private static final Pattern AUXILIARY =
            Pattern.compile("\\b(is|are|was|were|will|would|should|could|can|do|does|did|have|has)\\b(?! not|['’])");

    private final TranscriptReader reader;

    QuoteVariants(TranscriptReader reader) {
        this.reader = reader;
    }

    @Override
    public String folder() {
        return "quotes";
    }

    @Override
    public boolean needsLabels() {
        return false;
    }

    @Override
    public List<Figure> measure(Labels labels) {
        List<Path> files = spread(labels.allTranscripts());
        Map<String, int[]> counts = new LinkedHashMap<>();
        List<String> elsewhere = new ArrayList<>();
        for (Path file : files) {
            Transcripts.read(reader, file).ifPresent(transcript -> measure(transcript, counts, elsewhere));
        }
        return counts.entrySet().stream()
                .map(variant -> figure(variant.getKey(), variant.getValue()))
                .toList();
    }

    private Figure figure(String variant, int[] passedOf) {
        return new Figure(
                "quote check, %s".formatted(variant),
                "%d quotes".formatted(passedOf[1]),
                "ours",
                Map.of("accepted", (double) passedOf[0] / passedOf[1]));
    }

    private static List<Path> spread(List<Path> all) {
        int step = Math.max(1, all.size() / EPISODES);
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    private static void measure(Transcript transcript, Map<String, int[]> counts, List<String> elsewhere) {
        List<Sentence> said = Sentences.of(transcript).stream()
                .filter(sentence -> isQuotable(sentence.raw()))
                .toList();
        QuoteCheck check = QuoteCheck.of(transcript);
        Random random = new Random(said.size());
        for (int i = 0; i < Math.min(QUOTES_PER_EPISODE, said.size()); i++) {
            Sentence sentence = said.get(i * said.size() / Math.min(QUOTES_PER_EPISODE, said.size()));
            Sentence other = said.get(random.nextInt(said.size()));
            variants(sentence, other, random)
                    .forEach((name, quote) -> quote.ifPresent(text -> count(check, text, name, counts)));
            elsewhere.stream().skip(i).findFirst().ifPresent(text -> count(check, text, "another episode", counts));
        }
        elsewhere.clear();
        said.stream().map(Sentence::raw).limit(QUOTES_PER_EPISODE).forEach(elsewhere::add);
    }

    private static boolean isQuotable(String text) {
        int words = text.split(" ", -1).length;
        return words >= FEWEST_WORDS && words <= MOST_WORDS;
    }

    private static void count(QuoteCheck check, String quote, String name, Map<String, int[]> counts) {
        int[] passedOf = counts.computeIfAbsent(name, n -> new int[2]);
        passedOf[0] += check.check(quote) instanceof QuoteCheck.Verdict.Held ? 1 : 0;
        passedOf[1]++;
    }

    private static Map<String, Optional<String>> variants(Sentence sentence, Sentence other, Random random) {
        String raw = sentence.raw();
        Map<String, Optional<String>> variants = new LinkedHashMap<>();
        variants.put("exact", Optional.of(raw));
        variants.put("cleaned of stumbling", Optional.of(sentence.clean()).filter(QuoteVariants::isQuotable));
        variants.put("negation inserted", replaced(AUXILIARY, raw, "$1 not"));
        variants.put("number changed", replaced(NUMBER, raw, "7" + random.nextInt(10, 99)));
        variants.put("word swapped", Optional.of(swapped(raw, other.raw(), random)));
        variants.put("stitched of two places", stitched(raw, other.raw()));
        return variants;
    }

    private static Optional<String> replaced(Pattern what, String text, String by) {
        String changed = what.matcher(text).replaceFirst(by);
        return changed.equals(text) ? Optional.empty() : Optional.of(changed);
    }

    /** The longest word of somewhere else stands in for the longest one here. */
    private static String swapped(String text, String other, Random random) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        int at = longest(words, random.nextInt(words.size()));
        List<String> others = Arrays.asList(other.split(" ", -1));
        words.set(at, others.get(longest(others, 0)).replaceAll("[^\\p{L}]", "") + "ish");
        return String.join(" ", words);
    }

    private static int longest(List<String> words, int from) {
        int best = from;
        for (int i = 0; i < words.size(); i++) {
            best = words.get(i).length() > words.get(best).length() ? i : best;
        }
        return best;
    }

    private static Optional<String> stitched(String text, String other) {
        String[] first = text.split(" ", -1);
        String[] second = other.split(" ", -1);
        if (text.equals(other)) {
            return Optional.empty();
        }
        return Optional.of(String.join(" ", Arrays.copyOf(first, first.length / 2)) + " "
                + String.join(" ", Arrays.copyOfRange(second, second.length / 2, second.length)));
    }
}
