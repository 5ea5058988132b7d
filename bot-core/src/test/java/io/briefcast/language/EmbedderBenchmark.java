package io.briefcast.language;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints sentences a second and native and heap memory of ours with 1, 2 and 4 workers, and of langchain4j's {@code
 * embedAll} with the same model, which takes a thread a processor and a call of the model a sentence. The two take turns
 * for so many rounds, and medians are printed, so that what else the machine does hits both. Whoever wants one processor
 * only runs it under {@code taskset -c 0}.
 */
final class EmbedderBenchmark {
    private static final List<String> WORDS = List.of(
            "power", "chips", "rent", "soil", "sleep", "own", "lease", "price", "water", "risk", "grid", "debt");
    private static final int TOKENS = 8_000;
    private static final int ROUNDS = 3;

    private EmbedderBenchmark() {}

    public static void main(String[] args) {
        int processors = Runtime.getRuntime().availableProcessors();
        long before = residentMegabytes();
        try (OnnxEmbedder ours = new OnnxEmbedder(processors)) {
            ours.embed(talk());
            long withOurs = residentMegabytes();
            EmbeddingModel theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
            embedAll(theirs, talk());
            System.out.printf(
                    "%d processors; memory of ours %d MB, of langchain4j %d MB; farthest of their vectors from ours %.4f%n",
                    processors, withOurs - before, residentMegabytes() - withOurs, farthest(ours, theirs));
        }
        compare();
    }

    private static void compare() {
        EmbeddingModel theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("as long as in talk (5 to 60 words)", talk());
        List.of(18, 60, 190).forEach(words -> texts.put("%d tokens".formatted(words + 2), sentences(words)));
        texts.forEach((name, sentences) -> compare(name, sentences, theirs));
    }

    private static void compare(String name, List<String> sentences, EmbeddingModel theirs) {
        Map<String, Consumer<List<String>>> systems = new LinkedHashMap<>();
        systems.put("langchain4j", some -> embedAll(theirs, some));
        List<OnnxEmbedder> ours = Stream.of(1, 2, 4).map(OnnxEmbedder::new).toList();
        systems.put("ours, 1 worker", ours.get(0)::embed);
        systems.put("ours, 2 workers", ours.get(1)::embed);
        systems.put("ours, 4 workers", ours.get(2)::embed);
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            boolean counts = round > 0;
            systems.forEach((system, embed) -> {
                double rate = rate(sentences, embed);
                if (counts) {
                    rates.computeIfAbsent(system, any -> new ArrayList<>()).add(rate);
                }
            });
        }
        ours.forEach(OnnxEmbedder::close);
        double base = median(rates.getOrDefault("langchain4j", List.of()));
        System.out.printf("%s: langchain4j %.0f sentences/s", name, base);
        rates.forEach((system, all) -> {
            if (system.startsWith("ours")) {
                System.out.printf("; %s %.0f (%.1f times)", system, median(all), median(all) / base);
            }
        });
        System.out.println();
    }

    private static double rate(List<String> sentences, Consumer<List<String>> embed) {
        long start = System.nanoTime();
        embed.accept(sentences);
        return sentences.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static List<Embedding> embedAll(EmbeddingModel model, List<String> sentences) {
        return model.embedAll(sentences.stream().map(TextSegment::from).toList()).content().stream()
                .map(vector -> new Embedding(vector.vector()))
                .toList();
    }

    /** As a cosine: 1 when every sentence has the same vector in both. */
    private static double farthest(OnnxEmbedder ours, EmbeddingModel theirs) {
        List<Embedding> own = ours.embed(talk());
        List<Embedding> other = embedAll(theirs, talk());
        return IntStream.range(0, own.size())
                .mapToDouble(i -> own.get(i).cosine(other.get(i)))
                .min()
                .orElse(0);
    }

    private static List<String> talk() {
        Random random = new Random(11);
        int[] lengths = IntStream.range(0, TOKENS / 20)
                .map(i -> Math.clamp(Math.round(14 * Math.exp(0.6 * random.nextGaussian())), 5, 60))
                .toArray();
        return Arrays.stream(lengths).mapToObj(words -> sentence(words, random)).toList();
    }

    private static List<String> sentences(int words) {
        Random random = new Random(7);
        return IntStream.range(0, TOKENS / words)
                .mapToObj(i -> sentence(words, random))
                .toList();
    }

    private static String sentence(int words, Random random) {
        return IntStream.range(0, words)
                .mapToObj(j -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    private static long residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
