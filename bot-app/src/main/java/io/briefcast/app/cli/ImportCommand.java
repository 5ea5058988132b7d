package io.briefcast.app.cli;

import io.briefcast.app.demo.DemoPublisher;
import io.briefcast.feed.Opml;
import io.briefcast.feed.StarterPack;
import io.briefcast.http.HttpFetcher;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Ids;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.Tenant;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows every show of an OPML file, or follows them no more. */
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

    @Option(
            names = "--remove",
            description = "Takes the shows off your list instead. What no workspace follows for itself is forgotten.")
    private boolean remove;

    ImportCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = Contexts.working(arguments)) {
            Opml.Outline outline = StarterPack.named(source)
                    .map(StarterPack::outline)
                    .orElseGet(() -> read(Input.read(source, () -> context.getBean(HttpFetcher.class))));
            Set<URI> feeds = outline.entries().stream()
                    .map(Opml.Entry::feed)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            outline.problems().forEach(problem -> System.err.println(problem.message()));
            String done =
                    remove ? "%d taken off".formatted(remove(context, feeds)) : "%d new".formatted(add(context, feeds));
            System.out.println(
                    "%d shows in the file, %s.".formatted(outline.entries().size(), done));
            return outline.entries().isEmpty() ? 1 : 0;
        }
    }

    private static long add(ConfigurableApplicationContext context, Set<URI> feeds) {
        Pipeline pipeline = context.getBean(Pipeline.class);
        long added = feeds.stream().filter(pipeline::follow).count();
        DemoPublisher.where(context).giveWay();
        return added;
    }

    private static long remove(ConfigurableApplicationContext context, Set<URI> feeds) {
        Pipeline pipeline = context.getBean(Pipeline.class);
        Set<String> named = feeds.stream().map(Ids::show).collect(Collectors.toSet());
        Followed mine = context.getBean(ShowLists.class).of(Tenant.INSTALLATION);
        List<String> ids = context.getBean(Shows.class).all().stream()
                .filter(show -> mine.has(show.id()))
                .filter(show -> feeds.contains(show.feed()) || named.contains(show.id()))
                .map(Show::id)
                .toList();
        ids.forEach(pipeline::unfollow);
        return ids.size();
    }

    private static Opml.Outline read(Input input) {
        return switch (input) {
            case Input.Missing missing -> throw new Trouble(missing.sentence());
            case Input.Content content -> Opml.read(content.bytes());
        };
    }
}
