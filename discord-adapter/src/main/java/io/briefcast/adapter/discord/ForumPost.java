package io.briefcast.adapter.discord;

import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * One post in a forum: a thread with its first message.
 *
 * @param title 1 to 100 characters
 * @param mark by which it is found again
 */
record ForumPost(String title, Message message, DiscordMark mark) {
    private static final int MAX_TITLE = 100;

    ForumPost {
        title = title.isEmpty() ? "Briefcast" : title;
    }

    /**
     * The posts of a brief in the order in which they are made. The last carries the delivery's own mark: it is there
     * when all are. A forum shows the latest first, so the first insight comes last.
     */
    static List<ForumPost> of(Message brief, DiscordMark mark, ForumPosts wanted) {
        List<Block.InsightCard> cards = cards(brief);
        if (wanted == ForumPosts.DAILY || cards.isEmpty()) {
            return List.of(new ForumPost(DiscordText.plain(brief.title(), MAX_TITLE), brief, mark));
        }
        List<ForumPost> posts = new ArrayList<>();
        for (int i = cards.size() - 1; i >= 0; i--) {
            posts.add(new ForumPost(
                    DiscordText.plain(cards.get(i).headline(), MAX_TITLE),
                    new Message(cards.get(i).headline(), alone(brief, cards.get(i), i == 0)),
                    i == 0 ? mark : mark.part(i)));
        }
        return posts;
    }

    static List<Block.InsightCard> cards(Message message) {
        return message.blocks().stream()
                .filter(Block.InsightCard.class::isInstance)
                .map(Block.InsightCard.class::cast)
                .toList();
    }

    /** The insight, and under the first what concerns the brief as a whole, such as the buttons that stop it. */
    private static List<Block> alone(Message brief, Block.InsightCard card, boolean first) {
        List<Block> blocks = new ArrayList<>(List.of(card));
        if (first) {
            brief.blocks().stream()
                    .filter(block -> block instanceof Block.Buttons || block instanceof Block.Footnote)
                    .forEach(blocks::add);
        }
        return blocks;
    }
}
