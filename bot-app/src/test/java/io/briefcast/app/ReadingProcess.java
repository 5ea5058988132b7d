package io.briefcast.app;

import io.briefcast.insight.Insights;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.pipeline.Progress;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.store.Database;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Reads transcripts for {@link ReadingBenchmark}, with everything real but the network, and prints one line. */
final class ReadingProcess {
    private static final Instant NOW = Instant.parse("2026-03-03T06:58:00Z");

    /** So that no feed is due. */
    private static final Duration FAR = Duration.ofDays(36_500);

    private ReadingProcess() {}

    public static void main(String[] args) throws IOException {
        List<Path> files = Shelf.in(Path.of(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : Shelf.USUAL);
        Path data = Files.createTempDirectory("reading");
        try (ConfigurableApplicationContext briefcast = start(data)) {
            putUp(files, briefcast);
            long start = System.nanoTime();
            briefcast.getBean(Pipeline.class).drain(Progress.NONE);
            print(files.size(), (System.nanoTime() - start) / 1e9, briefcast);
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(BriefcastApplication.class, Shelf.class)
                .profiles("serve")
                .run(
                        "--server.port=0",
                        "--briefcast.data-dir=" + data,
                        "--briefcast.demo.enabled=false",
                        "--briefcast.chat.enabled=false",
                        "--logging.level.io.briefcast=warn");
    }

    /** As if a feed had just named them. */
    private static void putUp(List<Path> files, ConfigurableApplicationContext briefcast) {
        Shows shows = briefcast.getBean(Shows.class);
        Episodes episodes = briefcast.getBean(Episodes.class);
        briefcast.getBean(Database.class).transactions().executeWithoutResult(tx -> {
            for (Path file : files) {
                Show show = Show.unread(URI.create("https://feeds.example/" + folder(file)));
                shows.add(show, FeedState.untried(show.id(), NOW.plus(FAR)));
                Episode episode = episode(show, file);
                episodes.save(episode, Set.of(episode.guid()));
                episodes.save(new Reading(episode.id(), Reading.State.WAITING, "", "", 0, Map.of(), NOW));
            }
        });
    }

    private static Path folder(Path file) {
        return file.getName(file.getNameCount() - 2);
    }

    private static Episode episode(Show show, Path file) {
        String name = String.valueOf(file.getFileName());
        return new Episode(
                name,
                show.id(),
                file.toString(),
                name,
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    private static void print(int episodes, double seconds, ConfigurableApplicationContext briefcast) {
        double hours = briefcast.getBean(Shelf.class).hours();
        System.out.printf(
                "%d processors: %d episodes of %.1f h in %.0f s, so %.2f s each and %.2f s an hour of audio;"
                        + " %d insights; heap at most %d of %d MB, memory in all %s%n",
                Runtime.getRuntime().availableProcessors(),
                episodes,
                hours,
                seconds,
                seconds / episodes,
                seconds / hours,
                briefcast.getBean(Insights.class).count(),
                peakHeap() >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                residentPeak());
    }

    /** The sum of each pool's peak, which need not have been at one moment. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
    }

    private static String residentPeak() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "unknown, since there is no " + status;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transcripts of a folder, as a publisher would serve them. */
    static class Shelf {
        /** How many are read when nobody says how many. */
        static final int USUAL = 40;

        private final AtomicLong millis = new AtomicLong();

        /** So many transcripts, spread evenly over all in the folders of a folder; none where there are none. */
        static List<Path> in(Path folder, int count) throws IOException {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> found = Files.walk(folder, 2)) {
                List<Path> all = found.filter(Files::isRegularFile).sorted().toList();
                int wanted = Math.min(count, all.size());
                return IntStream.range(0, wanted)
                        .mapToObj(i -> all.get(i * all.size() / wanted))
                        .toList();
            }
        }

        /** How long the episodes are by their last words; where a transcript has no times, at 165 words a minute. */
        double hours() {
            return millis.get() / 3.6e6;
        }

        @Bean
        TranscriptSource shelved(TranscriptReader reader) {
            return new TranscriptSource() {
                @Override
                public String name() {
                    return "shelf";
                }

                @Override
                public Search find(Episode episode) {
                    return switch (reader.read(bytes(Path.of(episode.guid())), Optional.empty())) {
                        case TranscriptReader.Outcome.Read read -> found(read.transcript());
                        case TranscriptReader.Outcome.NotATranscript not -> new Search.Nothing(not.why());
                    };
                }
            };
        }

        private TranscriptSource.Search found(Transcript transcript) {
            millis.addAndGet(transcript.cues().getLast().end().toMillis());
            return new TranscriptSource.Search.Found(transcript.from("published"));
        }

        private static byte[] bytes(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException("%s cannot be read".formatted(file), e);
            }
        }
    }
}
