package io.briefcast.command.verb;

import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Press;
import io.briefcast.insight.Divergence;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Relations;
import io.briefcast.insight.Relations.Relation;
import io.briefcast.message.Block;
import io.briefcast.message.Phrase;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.SearchResult.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other shows say near a claim: about ten, to open one by one. Where it is known how they relate to it, those that
 * contradict it come first.
 */
final class RelatedButton implements Button {
    private static final int MOST = 10;
    /** Platforms cut the entries of a list at 75 characters. */
    private static final int LABEL = 70;

    private final Cards cards;
    private final KnownShows known;
    private final InsightSearch search;
    private final Relations relations;

    RelatedButton(Ports ports) {
        this.cards = new Cards(ports);
        this.known = new KnownShows(ports);
        this.search = ports.search();
        this.relations = ports.relations();
    }

    @Override
    public String verb() {
        return "related";
    }

    @Override
    public Answer press(Press press, String argument) throws InvalidCommand {
        Insight insight = cards.insight(argument, press.asker());
        List<Insight> near = search.related(insight, MOST, known.list(press.asker())).stream()
                .map(Hit::insight)
                .toList();
        if (near.isEmpty()) {
            return Said.sentence("No other show said anything near “%s” yet.", insight.headline())
                    .toAsker(press.asker());
        }
        Map<String, Relation> how = relations.of(insight, near);
        List<Insight> related = near.stream()
                .sorted(Comparator.comparing(other -> how.get(other.id()) != Relation.CONTRADICTS))
                .toList();
        Said said = Said.under("Related to “%s”", insight.headline());
        related.forEach(other -> said.and(other.headline())
                .note("%s", source(insight, other, Optional.ofNullable(how.get(other.id())))));
        return said.block(new Block.Choice(
                        "open",
                        Phrase.of("Open one").in(press.asker().locale()),
                        related.stream()
                                .map(other -> new Block.Choice.Option(other.id(), Words.cut(other.headline(), LABEL)))
                                .toList()))
                .toAsker(press.asker());
    }

    private Phrase source(Insight insight, Insight other, Optional<Relation> how) {
        Phrase source = cards.source(other);
        if (how.isPresent()) {
            return switch (how.get()) {
                case CONTRADICTS -> Phrase.of("%s; contradicts it", source);
                case EXTENDS -> Phrase.of("%s; extends it", source);
                case SUPPORTS -> Phrase.of("%s; supports it", source);
            };
        }
        return Divergence.between(insight.headline(), other.headline())
                ? Phrase.of("%s; says it differently", source)
                : source;
    }
}
