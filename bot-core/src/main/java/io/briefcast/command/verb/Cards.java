package io.briefcast.command.verb;

import io.briefcast.brief.InsightCards;
import io.briefcast.command.Asker;
import io.briefcast.command.InvalidCommand;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.message.Block;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.search.SearchResult.Spoken;
import java.util.List;
import java.util.Optional;

/** Insights as cards and as lines. */
final class Cards {
    private final Shows shows;
    private final Episodes episodes;
    private final Insights insights;
    private final KnownShows known;
    private final InsightCards cards;

    Cards(Ports ports) {
        this.shows = ports.shows();
        this.episodes = ports.episodes();
        this.insights = ports.insights();
        this.known = new KnownShows(ports);
        this.cards = ports.cards();
    }

    /** The insight behind a button, for as long as its show is on the list of who presses. */
    Insight insight(String id, Asker asker) throws InvalidCommand {
        return insights.find(id)
                .filter(insight -> known.list(asker).has(insight.showId()))
                .orElseThrow(() -> new InvalidCommand(
                        "That insight is gone: its show is no longer followed.",
                        "Today's insights are still there.",
                        "/brief"));
    }

    /** Its card; empty when its episode is gone. */
    Optional<Block.InsightCard> card(Insight insight, int position, List<String> reasons, Asker asker) {
        Optional<Show> show = shows.find(insight.showId());
        Optional<Episode> episode = episodes.find(insight.episodeId());
        return show.isEmpty() || episode.isEmpty()
                ? Optional.empty()
                : Optional.of(cards.card(insight, show.get(), episode.get(), position, reasons, asker.locale()));
    }

    /** What was said, as a quotation; empty when its episode is gone. */
    Optional<Block> quotation(Spoken spoken, Asker asker) {
        Optional<Show> show = shows.find(spoken.showId());
        Optional<Episode> episode = episodes.find(spoken.episodeId());
        return show.isEmpty() || episode.isEmpty()
                ? Optional.empty()
                : Optional.of(cards.quotation(spoken, show.get(), episode.get(), asker.locale()));
    }

    /** Title of its show. */
    Object show(Insight insight) {
        return shows.find(insight.showId()).<Object>map(Show::title).orElse(Phrase.of("a show that is gone"));
    }

    /** Who said it and where: {@code Ada Moss, The Rack}. */
    Phrase source(Insight insight) {
        String speaker = insight.quote().speaker();
        return speaker.isEmpty() ? Phrase.of("%s", show(insight)) : Phrase.of("%s, %s", speaker, show(insight));
    }
}
