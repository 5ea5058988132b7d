package io.briefcast.brief;

import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.subscription.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the day into words: the picks with their quotes, and honestly how thin the day was. */
public final class BriefComposer {
    private static final List<String> NUMBERS =
            List.of("nothing", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private final InsightCards cards;

    public BriefComposer(InsightCards cards) {
        this.cards = cards;
    }

    /**
     * The message of a brief.
     *
     * @param shows the shows of the picks by id
     * @param episodes the episodes of the picks by id
     * @param language of all that was not said in a podcast
     */
    public Message compose(Brief brief, Map<String, Show> shows, Map<String, Episode> episodes, Locale language) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(title(brief).in(language)));
        blocks.add(new Block.Paragraph(opening(brief).in(language)));
        int position = 1;
        for (RankedInsight item : brief.items()) {
            Show show = shows.get(item.insight().showId());
            Episode episode = episodes.get(item.insight().episodeId());
            if (show != null && episode != null) {
                blocks.add(cards.card(item.insight(), show, episode, position++, item.reasons(language), language));
            }
        }
        return new Message(summary(brief).in(language), blocks, language);
    }

    /** The brief with buttons for whoever gets it: a person's own can be stopped, a channel's can be had alone, too. */
    public static Message addressed(Message brief, Subscription order) {
        List<Block> blocks = new ArrayList<>(brief.blocks());
        blocks.add(new Block.Buttons(buttons(order).stream()
                .map(button -> button.in(brief.language()))
                .toList()));
        return brief.with(blocks);
    }

    private static List<Action> buttons(Subscription order) {
        return switch (order.audience().kind()) {
            // Three: more do not fit under five cards in one message of Discord.
            case PERSON ->
                List.of(
                        Action.press("pause:" + order.id(), "Pause"),
                        Action.press("holiday:" + order.id(), "A week off"),
                        Action.press("stop:" + order.id(), "Stop these briefs"));
            case CHANNEL -> List.of(Action.press("subscribe:" + order.id(), "Get this yourself"));
        };
    }

    private static Phrase title(Brief brief) {
        return Phrase.of("Your brief for %s", Phrase.dated(brief.day()));
    }

    private static Phrase summary(Brief brief) {
        List<RankedInsight> items = brief.items();
        return switch (items.size()) {
            case 0 -> Phrase.of("%s: nothing today", title(brief));
            case 1 ->
                Phrase.of("%s: %s", title(brief), items.getFirst().insight().headline());
            default ->
                Phrase.of(
                        "%s: %s … and %d more",
                        title(brief), items.getFirst().insight().headline(), items.size() - 1);
        };
    }

    private static Phrase opening(Brief brief) {
        int found = brief.items().size();
        Phrase insights = count(brief.considered(), "insight");
        Phrase episodes = count(brief.episodes(), "episode");
        if (found == 0) {
            return Phrase.of(
                    brief.considered() == 1
                            ? "Nothing today: %s of %s was read, and nothing in it was both new to you and good enough to send."
                            : "Nothing today: %s of %s were read, and nothing in it was both new to you and good enough to send.",
                    insights,
                    episodes);
        }
        Phrase number = Phrase.of(NUMBERS.get(found));
        if (found < brief.wanted()) {
            return Phrase.of(
                    brief.considered() == 1
                            ? "Only %s today: %s of %s was read, and the rest was not good enough, or not new to you."
                            : "Only %s today: %s of %s were read, and the rest was not good enough, or not new to you.",
                    number,
                    insights,
                    episodes);
        }
        return Phrase.of(
                found == 1 ? "The top one, from %2$s of %3$s." : "The top %s, from %s of %s.",
                number,
                insights,
                episodes);
    }

    private static Phrase count(int count, String one) {
        return count == 1 ? Phrase.of("1 " + one) : Phrase.of("%,d " + one + "s", count);
    }
}
