package io.briefcast.app.cli;

import io.briefcast.app.demo.DemoPublisher;
import io.briefcast.feed.Opml;
import io.briefcast.feed.StarterPack;
import io.briefcast.http.HttpFetcher;
import io.briefcast.pipeline.Pipeline;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Follows every show of an OPML file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Follows every show of an OPML file, as podcast apps export it.")
final class ImportCommand implements Callable<Integer> {
    private final Arguments arguments;

    @Parameters(
            index = "0",
            paramLabel = "OPML",
            description = "A file, an address, or a starter pack: technology, business-and-science.")
    private String source = "";

    ImportCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = Contexts.working(arguments)) {
            Opml.Outline outline = StarterPack.named(source)
                    .map(StarterPack::outline)
                    .orElseGet(() -> read(Input.read(source, () -> context.getBean(HttpFetcher.class))));
            Pipeline pipeline = context.getBean(Pipeline.class);
            int added = 0;
            for (Opml.Entry entry : outline.entries()) {
                added += pipeline.follow(entry.feed()) ? 1 : 0;
            }
            DemoPublisher.where(context).giveWay();
            outline.problems().forEach(problem -> System.err.println(problem.message()));
            System.out.println(
                    "%d shows in the file, %d new.".formatted(outline.entries().size(), added));
            return outline.entries().isEmpty() ? 1 : 0;
        }
    }

    private static Opml.Outline read(Input input) {
        return switch (input) {
            case Input.Missing missing -> throw new Trouble(missing.sentence());
            case Input.Content content -> Opml.read(content.bytes());
        };
    }
}
