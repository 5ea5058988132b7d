package io.briefcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.feed.FeedParser;
import io.briefcast.feed.UnreadableFeed;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptReader.Outcome;
import io.briefcast.transcript.format.Formats;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged feeds and transcripts: no hang, nothing thrown but what is declared. A few in every build, half a million in
 * the profile {@code nightly}; each is made from its number alone, which a failure names.
 */
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 4_000);

    /** Of one input of at most a few hundred kilobytes; most take less than a millisecond. */
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(10);

    private static final URI ANY = URI.create("https://any.example/feed.xml");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final FeedParser feeds = new FeedParser();
    private final TranscriptReader transcripts = new TranscriptReader(Formats.found());

    @Test
    void nothingThatHappensToAFeedStopsItsReader() throws IOException {
        run("feeds", seeds("feeds"), INPUTS / 2, this::readFeed);
    }

    @Test
    void nothingThatHappensToATranscriptStopsItsReader() throws IOException {
        run("transcripts", seeds("io/briefcast/transcript"), INPUTS - INPUTS / 2, this::readTranscript);
    }

    private static void run(String kind, List<byte[]> seeds, int inputs, Consumer<byte[]> reader) {
        AtomicLong slowest = new AtomicLong();

        IntStream.range(0, inputs).parallel().forEach(number -> {
            byte[] damaged = new Mutator(number).damage(seed(seeds, number), seed(seeds, number / seeds.size()));
            slowest.accumulateAndGet(cost(reader, damaged, number), Math::max);
        });

        System.out.printf("%,d damaged %s, the slowest took %d ms%n", inputs, kind, slowest.get() / 1_000_000);
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(FAR_TOO_LONG);
    }

    private static byte[] seed(List<byte[]> seeds, int number) {
        return seeds.get(number % seeds.size());
    }

    /** Nanoseconds of processor time. */
    private static long cost(Consumer<byte[]> reader, byte[] damaged, int number) {
        long before = THREADS.getCurrentThreadCpuTime();
        try {
            reader.accept(damaged);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("damaged input number " + number, e);
        }
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private void readFeed(byte[] damaged) {
        try {
            feeds.parse(damaged, Optional.empty(), Optional.of(ANY)).items().forEach(item -> item.notes());
        } catch (UnreadableFeed e) {
            assertThat(e).hasMessageStartingWith("this ");
        }
    }

    private void readTranscript(byte[] damaged) {
        if (transcripts.read(damaged, Optional.empty()) instanceof Outcome.Read read) {
            assertThat(read.transcript().cues()).isSortedAccordingTo(Comparator.comparing(Cue::start));
        }
    }

    private static List<byte[]> seeds(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources", folder))) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted.stream().map(FuzzTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
