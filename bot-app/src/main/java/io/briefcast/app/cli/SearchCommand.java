package io.briefcast.app.cli;

import io.briefcast.BriefcastSettings;
import io.briefcast.app.MarkdownRenderer;
import io.briefcast.app.TopicAnswers;
import io.briefcast.app.TopicAnswers.Answered;
import io.briefcast.search.InsightIndex;
import io.briefcast.search.TopicQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a topic from what was read before. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description =
                "Prints the insights on a topic as Markdown, best first, each with related ones from other shows.")
final class SearchCommand implements Callable<Integer> {
    private final Arguments arguments;

    @Parameters(arity = "1..*", paramLabel = "TOPIC", description = "Such as: compute strategy")
    private List<String> words = List.of();

    @Option(names = "--show", paramLabel = "TITLE", description = "Only this show; a part of its title is enough.")
    private Optional<String> show = Optional.empty();

    @Option(names = "--days", paramLabel = "N", description = "Only what came out in the last N days.")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--limit", defaultValue = "10", description = "Most insights, 1 to 50. Default: ${DEFAULT-VALUE}.")
    private int limit = 10;

    @Option(names = "--page", defaultValue = "1", description = "Which page of them. Default: ${DEFAULT-VALUE}.")
    private int page = 1;

    @Option(
            names = "--related",
            defaultValue = "3",
            description = "Related insights under each, 0 to 10. Default: ${DEFAULT-VALUE}.")
    private int related = 3;

    SearchCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        String topic = String.join(" ", words).strip();
        check(topic);
        try (ConfigurableApplicationContext context = Contexts.working(arguments)) {
            context.getBean(InsightIndex.class).follow();
            TopicAnswers answers = context.getBean(TopicAnswers.class);
            Optional<String> showId = show.map(title -> answers.showTitled(title)
                    .orElseThrow(() -> new Trouble("No followed show has '%s' in its title.".formatted(title))));
            Instant now = context.getBean(InstantSource.class).instant();
            Optional<Instant> from = days.map(n -> now.minus(Duration.ofDays(n)));
            Answered answered = answers.answer(
                    TopicQuery.on(topic)
                            .in(showId)
                            .between(from, Optional.empty())
                            .page(page - 1, limit),
                    related,
                    now,
                    context.getBean(BriefcastSettings.class).zoneOrLocal());
            System.out.print(MarkdownRenderer.render(answered.message()));
            return answered.found() ? 0 : 1;
        }
    }

    private void check(String topic) {
        TopicAnswers.complaint(topic).ifPresent(complaint -> {
            throw new Trouble(complaint);
        });
        if (limit < 1 || limit > 50 || page < 1 || page > 1_000 || related < 0 || related > 10) {
            throw new Trouble("--limit is 1 to 50, --page is 1 to 1000, --related is 0 to 10.");
        }
        if (days.filter(n -> n < 1 || n > 36_500).isPresent()) {
            throw new Trouble("--days is 1 to 36500.");
        }
    }
}
