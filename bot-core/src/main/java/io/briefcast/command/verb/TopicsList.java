package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.language.Aliases;
import io.briefcast.message.Phrase;
import io.briefcast.ranking.Taste;
import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Vote;
import io.briefcast.subscription.Votes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /briefcast topics list}: what a person follows and mutes, and what was learned from More and Less. */
final class TopicsList implements Command {
    private static final int VOTES = 200;
    private static final int SHOWN = 5;
    private static final CommandSpec SPEC = new CommandSpec(
            "briefcast topics list",
            "What you follow and mute, and what was learned from you",
            List.of(),
            "/briefcast topics list",
            false);

    private final Orders orders;
    private final OrderWords words;
    private final Supplier<Aliases> aliases;
    private final Votes votes;
    private final Insights insights;

    TopicsList(Ports ports) {
        this.orders = new Orders(ports.subscriptions());
        this.words = new OrderWords(ports.shows());
        this.aliases = ports.aliases();
        this.votes = ports.votes();
        this.insights = ports.insights();
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Answer answer(CommandRequest request) {
        Subscription order = orders.mine(request.asker(), request.place());
        LocalDate today = LocalDate.ofInstant(request.now(), order.time().zone());
        Interests interests = order.interests().on(today);
        Said said = Said.under("What you follow").lines(followed(interests));
        if (!interests.shows().isEmpty()) {
            said.and("Only from: %s", words.titles(interests));
        }
        List<Phrase> muted = words.mutes(interests);
        said.lines(
                muted.isEmpty()
                        ? List.of(Phrase.of("Nothing is muted."))
                        : Stream.concat(Stream.of(Phrase.of("Muted:")), muted.stream())
                                .toList());
        return learned(said, votes.of(request.asker().id(), VOTES)).toAsker(request.asker());
    }

    private List<Phrase> followed(Interests interests) {
        if (interests.follows().isEmpty()) {
            return List.of(Phrase.of("You follow no topic, so your briefs are about everything."));
        }
        return Stream.concat(
                        Stream.of(words(interests, true))
                                .filter(topics -> !topics.isEmpty())
                                .map(topics -> Phrase.of("Topics: %s", topics)),
                        Stream.of(words(interests, false))
                                .filter(others -> !others.isEmpty())
                                .map(others -> Phrase.of("Also: %s", others)))
                .toList();
    }

    private List<Phrase> words(Interests interests, boolean topics) {
        OneName names = new OneName(aliases.get());
        return words.all(interests.follows().stream()
                .filter(follow -> topics == (follow.kind() == Mute.Kind.TOPIC))
                .map(follow -> topics ? shown(follow) : follow)
                .filter(follow -> !topics || names.isNew(follow.value()))
                .toList());
    }

    /** By the name that the table shows today, whatever it was when it was followed. */
    private Follow shown(Follow follow) {
        return new Follow(follow.kind(), aliases.get().shown(follow.value()), follow.until());
    }

    private Said learned(Said said, List<Vote> cast) {
        if (cast.isEmpty()) {
            return said.note("Nothing was learned yet: press More like this or Less like this under an insight.");
        }
        Map<String, Insight> judged = insights
                .find(cast.stream().map(Vote::insightId).toList())
                .stream()
                .collect(Collectors.toMap(Insight::id, Function.identity()));
        long more = cast.stream().filter(Vote::more).count();
        said.and("Learned from you: %d times more, %d times less.", more, cast.size() - more);
        said.lines(leans(cast, judged));
        said.lines(cast.stream()
                .limit(SHOWN)
                .flatMap(vote -> line(vote, judged).stream())
                .toList());
        return said.note(
                "Press the opposite button or Undo to take one back; /briefcast privacy delete forgets everything.");
    }

    private List<Phrase> leans(List<Vote> cast, Map<String, Insight> judged) {
        Taste taste = Taste.of(cast.stream()
                .flatMap(vote -> Optional.ofNullable(judged.get(vote.insightId()))
                        .map(insight -> new Taste.Judged(insight, vote.more()))
                        .stream())
                .toList());
        return taste.shows().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SHOWN * 2L)
                .map(lean -> Phrase.of("%s: %+.1f of 1", words.title(lean.getKey()), lean.getValue()))
                .toList();
    }

    private static List<Phrase> line(Vote vote, Map<String, Insight> judged) {
        Insight insight = judged.get(vote.insightId());
        return insight == null
                ? List.of()
                : List.of(Phrase.of(vote.more() ? "More like: %s" : "Less like: %s", insight.headline()));
    }
}
