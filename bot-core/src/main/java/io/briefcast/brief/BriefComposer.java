package io.briefcast.brief;

import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.subscription.Subscription;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the day into words: the picks with their quotes, and honestly how thin the day was. */
public final class BriefComposer {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final List<String> NUMBERS =
            List.of("Nothing", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");
    private final InsightCards cards;

    public BriefComposer(InsightCards cards) {
        this.cards = cards;
    }

    /**
     * The message of a brief.
     *
     * @param shows the shows of the picks by id
     * @param episodes the episodes of the picks by id
     */
    public Message compose(Brief brief, Map<String, Show> shows, Map<String, Episode> episodes) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(title(brief)));
        blocks.add(new Block.Paragraph(opening(brief)));
        int position = 1;
        for (RankedInsight item : brief.items()) {
            Show show = shows.get(item.insight().showId());
            Episode episode = episodes.get(item.insight().episodeId());
            if (show != null && episode != null) {
                blocks.add(cards.card(item.insight(), show, episode, position++, item.reasons()));
            }
        }
        return new Message(summary(brief), blocks);
    }

    /** The brief with buttons for whoever gets it: a person's own can be stopped, a channel's can be had alone, too. */
    public static Message addressed(Message brief, Subscription order) {
        List<Block> blocks = new ArrayList<>(brief.blocks());
        blocks.add(new Block.Buttons(
                switch (order.audience().kind()) {
                    // Three: more do not fit under five cards in one message of Discord.
                    case PERSON ->
                        List.of(
                                Action.press("pause:" + order.id(), "Pause"),
                                Action.press("holiday:" + order.id(), "A week off"),
                                Action.press("stop:" + order.id(), "Stop these briefs"));
                    case CHANNEL -> List.of(Action.press("subscribe:" + order.id(), "Get this yourself"));
                }));
        return new Message(brief.title(), blocks);
    }

    private static String title(Brief brief) {
        return "Your brief for " + DAY.format(brief.day());
    }

    private static String summary(Brief brief) {
        return brief.items().isEmpty()
                ? title(brief) + ": nothing today"
                : title(brief) + ": "
                        + brief.items().getFirst().insight().headline()
                        + (brief.items().size() > 1
                                ? " … and %d more".formatted(brief.items().size() - 1)
                                : "");
    }

    private static String opening(Brief brief) {
        String read = read(brief);
        int found = brief.items().size();
        if (found == 0) {
            return "Nothing today: " + read + ", and nothing in it was both new to you and good enough to send.";
        }
        if (found < brief.wanted()) {
            return "Only %s today: ".formatted(NUMBERS.get(found).toLowerCase(Locale.ROOT)) + read
                    + ", and the rest was not good enough, or not new to you.";
        }
        return "The top %s, from ".formatted(NUMBERS.get(found).toLowerCase(Locale.ROOT))
                + read.replaceFirst(" was read| were read", "") + ".";
    }

    private static String read(Brief brief) {
        String insights = brief.considered() == 1 ? "1 insight" : brief.considered() + " insights";
        String episodes = brief.episodes() == 1 ? "1 episode" : brief.episodes() + " episodes";
        return "%s of %s %s read".formatted(insights, episodes, brief.considered() == 1 ? "was" : "were");
    }

    /** How a local date is written out. */
    public static String written(LocalDate day) {
        return DAY.format(day);
    }
}
