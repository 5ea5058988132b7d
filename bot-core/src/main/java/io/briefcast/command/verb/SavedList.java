package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.Question;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.message.Action;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Followed;
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
    private final KnownShows known;
    private final Cards cards;
    private final Document document;
    private final Paging paging;

    SavedList(Ports ports) {
        this.saved = ports.saved();
        this.insights = ports.insights();
        this.known = new KnownShows(ports);
        this.cards = new Cards(ports);
        this.document = new Document(ports.questions());
        this.paging = new Paging(ports.questions());
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
                    .toAsker(request.asker());
        }
        boolean markdown = request.option("as").filter(MARKDOWN::equals).isPresent();
        return markdown ? markdown(kept, request) : cards(kept, request);
    }

    private Answer cards(List<SavedInsight> kept, CommandRequest request) {
        int pages = (kept.size() + CARDS - 1) / CARDS;
        int page = Paging.page(request, pages - 1);
        Phrase count = Words.count(kept.size(), "insight");
        Said said = pages == 1
                ? Said.under("Saved: %s", count)
                : Said.under("Saved: %s, page %d of %d", count, page + 1, pages);
        kept.stream().skip((long) page * CARDS).limit(CARDS).forEach(one -> show(said, one, request.asker()));
        paging.buttons(said, request, page, pages);
        return said.note("/briefcast saved as:markdown gives all of them to copy.")
                .toAsker(request.asker());
    }

    /** A card with its button to keep it turned into one to let it go; a headline where the insight is gone. */
    private void show(Said said, SavedInsight one, Asker asker) {
        Followed followed = known.list(asker);
        Action remove = Action.press("unsave:" + one.insightId(), "Remove");
        insights.find(one.insightId())
                .filter(insight -> followed.has(insight.showId()))
                .flatMap(insight -> cards.card(insight, 0, List.of(), asker))
                .map(card -> card.withAction("save:" + one.insightId(), remove.in(asker.locale())))
                .ifPresentOrElse(said::block, () -> said.and(one.headline()).buttons(remove));
    }

    private Answer markdown(List<SavedInsight> kept, CommandRequest request) {
        Followed followed = known.list(request.asker());
        Map<String, Insight> found = insights
                .find(kept.stream().map(SavedInsight::insightId).toList())
                .stream()
                .filter(insight -> followed.has(insight.showId()))
                .collect(Collectors.toMap(Insight::id, Function.identity()));
        String text = kept.stream()
                .map(one -> Optional.ofNullable(found.get(one.insightId()))
                        .map(insight -> markdown(insight, request.asker()))
                        .orElse("- " + plain(one.headline()) + "\n"))
                .collect(Collectors.joining("\n"));
        return Answer.toAsker(document.part(
                request,
                Phrase.of("Saved insights (Markdown)"),
                text,
                new Question(SPEC.path(), Map.of("as", MARKDOWN))));
    }

    private String markdown(Insight insight, Asker asker) {
        Phrase source = Phrase.of(
                "%s, %s, at %s",
                plain(cards.source(insight).in(asker.locale())),
                LocalDate.ofInstant(insight.published(), ZoneOffset.UTC).toString(),
                Words.offset(insight.quote().start()));
        return "- **%s**\n  > %s\n  %s\n"
                .formatted(plain(insight.headline()), plain(insight.quote().text()), source.in(asker.locale()));
    }

    /** What podcasts say is text: characters that mean something in Markdown are taken literally. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
