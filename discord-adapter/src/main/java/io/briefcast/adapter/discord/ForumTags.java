package io.briefcast.adapter.discord;

import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The tags of a forum that fit a post: those whose name stands in its insights as whole words, or names their show. */
final class ForumTags {
    /** Discord's limit. */
    private static final int MOST = 5;
    /** Flag of a forum in which every post needs a tag. */
    private static final int REQUIRED = 1 << 4;

    private ForumTags() {}

    /**
     * Ids of tags.
     *
     * @param forum the channel as Discord describes it
     */
    static List<String> fitting(DataObject forum, Message message) {
        List<DataObject> open = tags(forum);
        String words = words(message);
        List<String> fitting = open.stream()
                .filter(tag -> words.contains(plain(tag.getString("name", ""))))
                .limit(MOST)
                .map(tag -> tag.getString("id"))
                .toList();
        boolean required = (forum.getInt("flags", 0) & REQUIRED) != 0;
        return fitting.isEmpty() && required
                ? open.stream().limit(1).map(tag -> tag.getString("id")).toList()
                : fitting;
    }

    /** Tags that not only moderators may give. */
    private static List<DataObject> tags(DataObject forum) {
        DataArray tags = forum.optArray("available_tags").orElseGet(DataArray::empty);
        return IntStream.range(0, tags.length())
                .mapToObj(tags::getObject)
                .filter(tag -> !tag.getBoolean("moderated", false))
                .toList();
    }

    private static String words(Message message) {
        List<String> words = new ArrayList<>();
        for (Block.InsightCard card : ForumPost.cards(message)) {
            words.addAll(List.of(card.show(), card.headline(), card.explanation(), card.quote()));
        }
        return words.stream().map(ForumTags::plain).collect(Collectors.joining());
    }

    /** Lower-case words with a space before and behind each, so that no tag is found inside a word. */
    private static String plain(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
