package io.briefcast.app;

import io.briefcast.brief.InsightCards;
import io.briefcast.insight.Insight;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.Tenant;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.SearchResult;
import io.briefcast.search.SearchResult.Hit;
import io.briefcast.search.SearchResult.Spoken;
import io.briefcast.search.TopicAnswer;
import io.briefcast.search.TopicDesk;
import io.briefcast.search.TopicQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers a topic in words, from the installation's own shows: cards of insights, each with related ones from others. */
public final class TopicAnswers {
    /** A topic longer than this is not a topic. */
    public static final int MAX_TOPIC = 1_000;

    private final InsightSearch search;
    private final TopicDesk desk;
    private final Shows shows;
    private final ShowLists lists;
    private final Episodes episodes;
    private final InsightCards cards;

    public TopicAnswers(
            InsightSearch search, TopicDesk desk, Shows shows, ShowLists lists, Episodes episodes, InsightCards cards) {
        this.search = search;
        this.desk = desk;
        this.shows = shows;
        this.lists = lists;
        this.episodes = episodes;
        this.cards = cards;
    }

    /** A sentence that says what is wrong with a topic; empty when nothing is. */
    public static Optional<String> complaint(String topic) {
        if (topic.length() > MAX_TOPIC) {
            return Optional.of("The topic has %d characters; use at most %d, such as: compute strategy"
                    .formatted(topic.length(), MAX_TOPIC));
        }
        return topic.codePoints().noneMatch(Character::isLetterOrDigit)
                ? Optional.of("The topic needs words, such as: compute strategy")
                : Optional.empty();
    }

    /**
     * What is known about a topic.
     *
     * @param found whether there is anything at all
     */
    public record Answered(Message message, boolean found) {}

    /**
     * Answers a query.
     *
     * @param related most related insights under each, 0 to 10
     * @param zone whose days the text means
     */
    public Answered answer(TopicQuery query, int related, Instant now, ZoneId zone) {
        TopicAnswer answer = desk.answer(query.within(list()), now, zone);
        SearchResult result = answer.result();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Insights on " + answer.title()));
        if (!answer.note().isEmpty()) {
            blocks.add(new Block.Footnote(answer.note()));
        }
        if (result.isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing was said about it in what was read."));
        } else if (!result.strong()) {
            blocks.add(new Block.Paragraph("No strong match; the nearest are:"));
        }
        result.hits().forEach(hit -> {
            card(hit.insight()).map(card -> card.marking(hit.marked())).ifPresent(blocks::add);
            blocks.addAll(beneath(hit.insight(), related));
        });
        if (!result.spoken().isEmpty()) {
            blocks.add(new Block.Paragraph(
                    result.hits().isEmpty() ? "No insight on it; word for word:" : "Also said, word for word:"));
            result.spoken().forEach(spoken -> quotation(spoken).ifPresent(blocks::add));
        }
        if (result.more()) {
            blocks.add(new Block.Footnote("There is more on page %d.".formatted(query.page() + 2)));
        }
        return new Answered(new Message("Insights on " + answer.title(), blocks), !result.isEmpty());
    }

    /** The card of an insight; empty when its episode is gone. */
    public Optional<Block.InsightCard> card(Insight insight) {
        Optional<Show> show = shows.find(insight.showId());
        Optional<Episode> episode = episodes.find(insight.episodeId());
        return show.isEmpty() || episode.isEmpty()
                ? Optional.empty()
                : Optional.of(cards.card(insight, show.get(), episode.get(), 0, List.of(), Locale.ENGLISH));
    }

    private Optional<Block> quotation(Spoken spoken) {
        Optional<Show> show = shows.find(spoken.showId());
        Optional<Episode> episode = episodes.find(spoken.episodeId());
        return show.isEmpty() || episode.isEmpty()
                ? Optional.empty()
                : Optional.of(cards.quotation(spoken, show.get(), episode.get(), Locale.ENGLISH));
    }

    /** The id of the followed show with that text in its title; empty when there is none. */
    public Optional<String> showTitled(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Followed list = list();
        return shows.all().stream()
                .filter(show -> list.has(show.id()))
                .filter(show -> show.title().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Show::id)
                .findFirst();
    }

    /** What other shows say near an insight, nearest first. */
    public List<Hit> related(Insight insight, int limit) {
        return search.related(insight, limit, list());
    }

    private Followed list() {
        return lists.of(Tenant.INSTALLATION);
    }

    private List<Block> beneath(Insight insight, int limit) {
        return related(insight, limit).stream()
                .map(hit -> "Related: %s (%s)"
                        .formatted(
                                hit.insight().headline(),
                                shows.find(hit.insight().showId())
                                        .map(Show::title)
                                        .orElse("")))
                .<Block>map(Block.Footnote::new)
                .toList();
    }
}
