package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.Question;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.subscription.SavedInsight;
import io.briefcast.subscription.SavedInsights;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /briefcast saved}: what a person keeps, as cards or as Markdown to take along. */
final class SavedList implements Command {
    private static final int CARDS = 5;
    /** A document of a thousand insights is a book. */
    private static final int EXPORTED = 1_000;

    private static final String MARKDOWN = "markdown";
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast saved",
            "The insights you saved",
            List.of(Option.choice("as", "cards, or markdown to copy", List.of("cards", MARKDOWN))),
            "/briefcast saved as:markdown",
            false);

    private final SavedInsights saved;
    private final Insights insights;
    private final Cards cards;
    private final Document document;

    SavedList(Ports ports) {
        this.saved = ports.saved();
        this.insights = ports.insights();
        this.cards = new Cards(ports);
        this.document = new Document(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        List<SavedInsight> kept = saved.of(request.asker().id(), EXPORTED);
        if (kept.isEmpty()) {
            return Said.sentence("You have saved nothing yet.")
                    .note("Press Save under an insight to keep it.")
                    .toAsker();
        }
        boolean markdown = request.option("as").filter(MARKDOWN::equals).isPresent();
        return markdown ? markdown(kept, request) : cards(kept);
    }

    private Answer cards(List<SavedInsight> kept) {
        Said said = Said.under("Saved: " + Words.count(kept.size(), "insight"));
        kept.stream()
                .limit(CARDS)
                .forEach(one -> insights.find(one.insightId())
                        .flatMap(insight -> cards.card(insight, 0, List.of()))
                        .ifPresentOrElse(said::block, () -> said.and(one.headline())));
        if (kept.size() > CARDS) {
            said.lines(kept.stream()
                    .skip(CARDS)
                    .limit(20)
                    .map(SavedInsight::headline)
                    .toList());
        }
        return said.note("/briefcast saved as:markdown gives all of them to copy.")
                .toAsker();
    }

    private Answer markdown(List<SavedInsight> kept, CommandRequest request) {
        Map<String, Insight> found = insights
                .find(kept.stream().map(SavedInsight::insightId).toList())
                .stream()
                .collect(Collectors.toMap(Insight::id, Function.identity()));
        String text = kept.stream()
                .map(one -> Optional.ofNullable(found.get(one.insightId()))
                        .map(this::markdown)
                        .orElse("- " + plain(one.headline()) + "\n"))
                .collect(Collectors.joining("\n"));
        return Answer.toAsker(document.part(
                "Saved insights (Markdown)",
                text,
                new Question(SPEC.path(), Map.of("as", MARKDOWN)),
                request.option(Document.PART).orElse("1")));
    }

    private String markdown(Insight insight) {
        return "- **%s**\n  > %s\n  %s, %s, at %s\n"
                .formatted(
                        plain(insight.headline()),
                        plain(insight.quote().text()),
                        plain(cards.source(insight)),
                        LocalDate.ofInstant(insight.published(), ZoneOffset.UTC),
                        Words.offset(insight.quote().start()));
    }

    /** What podcasts say is text: characters that mean something in Markdown are taken literally. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
