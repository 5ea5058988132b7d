package io.briefcast.app.cli;

import io.briefcast.BriefcastSettings;
import io.briefcast.app.MarkdownRenderer;
import io.briefcast.app.demo.DemoPublisher;
import io.briefcast.brief.Brief;
import io.briefcast.insight.Insights;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.pipeline.Pipeline.Drained;
import io.briefcast.search.InsightIndex;
import io.briefcast.subscription.Interests;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One shot for scripts and cron: refresh, read, rank, print. */
@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description = "Refreshes the shows, reads what is new and prints today's brief as Markdown.",
        footer = {"", "Without shows of your own it reads the bundled demo shows. It marks nothing as seen."})
final class BriefCommand implements Callable<Integer> {
    private static final String NOBODY = "";
    private final Arguments arguments;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only about this topic; may be given again.")
    private List<String> topics = List.of();

    @Option(names = "--count", defaultValue = "5", description = "Most insights, 1 to 10. Default: ${DEFAULT-VALUE}.")
    private int count = 5;

    BriefCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > 10) {
            throw new Trouble("--count is %d; a brief has 1 to 10 insights.".formatted(count));
        }
        try (ConfigurableApplicationContext context = Contexts.working(arguments);
                DemoPublisher demo = DemoPublisher.where(context)) {
            demo.publish();
            Drained drained = context.getBean(Pipeline.class).drain(new TerminalProgress());
            context.getBean(InsightIndex.class).follow();
            drained.troubles().forEach(System.err::println);
            refuseIfNothingCouldBeRead(drained, context.getBean(Insights.class));
            System.out.print(MarkdownRenderer.render(brief(context)));
            return 0;
        }
    }

    private static void refuseIfNothingCouldBeRead(Drained drained, Insights insights) {
        if (drained.shows() == 0) {
            throw new Trouble("There are no shows yet: add some with 'briefcast import FILE.opml'.");
        }
        if (insights.count() == 0) {
            throw new Trouble("Nothing could be read: %d shows gave no episode with insights; see above."
                    .formatted(drained.shows()));
        }
    }

    private io.briefcast.message.Message brief(ConfigurableApplicationContext context) {
        Instant now = context.getBean(InstantSource.class).instant();
        DailyBriefs briefs = context.getBean(DailyBriefs.class);
        Interests interests = new Interests(topics, Set.of(), List.of(), count);
        LocalDate today = context.getBean(BriefcastSettings.class).today(now);
        Brief brief = briefs.pick(NOBODY, interests, today, now);
        return briefs.message(brief);
    }
}
