package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.message.Action;
import io.briefcast.message.Message;
import io.briefcast.podcast.Show;
import io.briefcast.search.SearchResult;
import io.briefcast.search.TopicAnswer;
import io.briefcast.search.TopicDesk;
import io.briefcast.search.TopicQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /insights}: what was said about a topic, best first, five at a time. */
final class TopicInsights implements Command {
    private static final int PAGE_SIZE = 5;
    /** Nobody reads on for longer, and every page costs a deeper search. */
    private static final int LAST_PAGE = 20;

    private static final CommandSpec SPEC = new CommandSpec(
            "insights",
            "What was said about a topic",
            List.of(
                    Option.required("topic", "What it is about, in a few words", Kind.TOPIC),
                    Option.optional("show", "Only from this show", Kind.SHOW),
                    Option.optional("since", "Only since then: 7d, 2w, monday, 2026-03-01", Kind.SINCE)),
            "/insights compute strategy since:30d",
            false);

    private final KnownShows known;
    private final TopicDesk desk;
    private final Cards cards;
    private final Sharing sharing;
    private final Paging paging;

    TopicInsights(Ports ports) {
        this.known = new KnownShows(ports);
        this.desk = new TopicDesk(ports.search(), ports.shows(), ports.episodes(), ports.insights());
        this.cards = new Cards(ports);
        this.sharing = new Sharing(ports.questions());
        this.paging = new Paging(ports.questions());
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) throws InvalidCommand {
        TopicQuery query = query(request);
        TopicAnswer answer = desk.answer(query, request.now(), request.asker().zone());
        Message message = message(query, answer, request.asker());
        return Answer.toAsker(sharing.offer(message, request, pages(request, query.page(), answer.result())));
    }

    private TopicQuery query(CommandRequest request) throws InvalidCommand {
        Given given = new Given(request, SPEC.example());
        String topic = given.topic(request.option("topic").orElse(""));
        Optional<String> show = request.option("show").isEmpty()
                ? Optional.empty()
                : Optional.of(ShowNames.find(request.option("show").get(), known.of(request.asker()), SPEC.example()))
                        .map(Show::id);
        return TopicQuery.on(topic)
                .in(show)
                .between(given.since("since", request.asker().zone()), Optional.empty())
                .page(Paging.page(request, LAST_PAGE), PAGE_SIZE)
                .within(known.list(request.asker()));
    }

    private Message message(TopicQuery query, TopicAnswer answer, Asker asker) {
        SearchResult result = answer.result();
        Said said = query.page() == 0
                ? Said.under("Insights on %s", answer.title())
                : Said.under("Insights on %s, page %d", answer.title(), query.page() + 1);
        if (!answer.note().isEmpty()) {
            said.note(answer.note());
        }
        if (result.isEmpty()) {
            said.and(nothing(query));
        } else if (!result.strong() && query.page() == 0) {
            said.and("No strong match; the nearest are:");
        }
        result.hits()
                .forEach(hit -> cards.card(hit.insight(), 0, List.of(), asker)
                        .map(card -> card.marking(hit.marked()))
                        .ifPresent(said::block));
        if (!result.spoken().isEmpty()) {
            said.and(result.hits().isEmpty() ? "No insight on it; word for word:" : "Also said, word for word:");
            result.spoken().forEach(spoken -> cards.quotation(spoken, asker).ifPresent(said::block));
        }
        return said.message(asker);
    }

    private static String nothing(TopicQuery query) {
        if (query.page() > 0) {
            return "There is nothing more on it.";
        }
        return query.showId().isPresent() || query.from().isPresent()
                ? "Nothing was said about it in what was read; try it without show or since."
                : "Nothing was said about it in what was read; try other words.";
    }

    private Action[] pages(CommandRequest request, int page, SearchResult result) {
        List<Action> pages = new ArrayList<>();
        if (page > 0) {
            pages.add(paging.to(request, page - 1, "Previous results"));
        }
        if (result.more() && page < LAST_PAGE) {
            pages.add(paging.to(request, page + 1, "More results"));
        }
        return pages.toArray(Action[]::new);
    }
}
