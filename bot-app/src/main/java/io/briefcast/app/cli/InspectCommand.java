package io.briefcast.app.cli;

import io.briefcast.FetchSettings;
import io.briefcast.InsightSettings;
import io.briefcast.app.cli.InOrder.Line;
import io.briefcast.app.cli.Understood.Kind;
import io.briefcast.app.evaluate.Unpublished;
import io.briefcast.feed.FeedParser;
import io.briefcast.feed.UnreadableFeed;
import io.briefcast.http.ApacheHttpFetcher;
import io.briefcast.http.HttpFetcher;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.extract.ExtractiveExtractor;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.transcript.TranscriptFormat;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptReader.Outcome;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what Briefcast understands of feeds and transcripts, one JSON object a line. Needs no store. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Prints what Briefcast understands of files or addresses, one JSON object a line.",
        footer = {"", "Many files: name them, or put the names into a file, one a line, and give @that-file."})
final class InspectCommand implements Runnable {
    private final Arguments arguments;

    @Spec
    private @org.jspecify.annotations.Nullable CommandSpec spec;

    InspectCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to inspect: feed, transcript or insights.");
        }
    }

    @Command(name = "feed", mixinStandardHelpOptions = true, description = "Feeds: title, items, problems.")
    int feed(@Parameters(arity = "1..*", paramLabel = "FILE_OR_URL") String... sources) {
        FeedParser parser = new FeedParser();
        return print(sources, Kind.FEED, (source, content) -> {
            try {
                Optional<URI> base = Optional.of(content.base());
                return Understood.feed(source, parser.parse(content.bytes(), content.contentType(), base));
            } catch (UnreadableFeed e) {
                return Understood.nothing(Kind.FEED, source, String.valueOf(e.getMessage()));
            }
        });
    }

    @Command(
            name = "transcript",
            mixinStandardHelpOptions = true,
            description = "Transcripts: format, cues with speaker and time, problems.")
    int transcript(@Parameters(arity = "1..*", paramLabel = "FILE_OR_URL") String... sources) {
        TranscriptReader reader = reader();
        return print(sources, Kind.TRANSCRIPT, (source, content) -> switch (reader.read(
                content.bytes(), content.contentType())) {
            case Outcome.Read read -> Understood.transcript(source, read.transcript());
            case Outcome.NotATranscript not -> Understood.nothing(Kind.TRANSCRIPT, source, noTranscript(not));
        });
    }

    @Command(
            name = "insights",
            mixinStandardHelpOptions = true,
            description = "Insights of transcripts, and how many candidates fell at which gate.")
    int insights(@Parameters(arity = "1..*", paramLabel = "FILE_OR_URL") String... sources) {
        TranscriptReader reader = reader();
        try (OnnxEmbedder embedder = OnnxEmbedder.untilExit()) {
            InsightExtractor extractor =
                    new ExtractiveExtractor(embedder, setting("briefcast.insight", InsightSettings.class));
            return print(sources, Kind.INSIGHTS, (source, content) -> switch (reader.read(
                    content.bytes(), content.contentType())) {
                case Outcome.Read read ->
                    Understood.insights(
                            source,
                            extractor.extract(Unpublished.episode(source, read.transcript())),
                            read.transcript().problems());
                case Outcome.NotATranscript not -> Understood.nothing(Kind.INSIGHTS, source, noTranscript(not));
            });
        }
    }

    private static String noTranscript(Outcome.NotATranscript not) {
        return "There is no transcript: " + not.why() + ".";
    }

    static TranscriptReader reader() {
        try (var formats = new AnnotationConfigApplicationContext("io.briefcast.transcript.format")) {
            return new TranscriptReader(formats.getBeanProvider(TranscriptFormat.class)
                    .orderedStream()
                    .toList());
        }
    }

    /** The exit code: failure only when nothing was understood of any. */
    private int print(String[] sources, Kind kind, Reading reading) {
        Supplier<HttpFetcher> fetcher = once(
                () -> new ApacheHttpFetcher(setting("briefcast.fetch", FetchSettings.class), InstantSource.system()));
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
        Function<String, Line> work = source -> switch (Input.read(source, fetcher)) {
            case Input.Content content -> reading.read(source, content);
            case Input.Missing missing -> Understood.nothing(kind, source, missing.sentence());
        };
        int understood = InOrder.print(
                Arrays.asList(sources),
                work,
                (source, failure) -> Understood.nothing(kind, source, "Briefcast broke on it: " + failure),
                out);
        if (understood == 0) {
            System.err.println("Nothing was understood; the problems in each line say why.");
        }
        return understood == 0 ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private interface Reading {
        Line read(String source, Input.Content content);
    }

    private <T> T setting(String prefix, Class<T> type) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new SimpleCommandLinePropertySource(arguments.settings().toArray(String[]::new)));
        return Binder.get(environment).bindOrCreate(prefix, type);
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        return new Supplier<>() {
            private Optional<T> made = Optional.empty();

            @Override
            public synchronized T get() {
                if (made.isEmpty()) {
                    made = Optional.of(maker.get());
                }
                return made.get();
            }
        };
    }
}
