package io.briefcast.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which tags of a tree belong to the show and which to each item. Items stand in the channel, beside it, or in each
 * other where an end tag is missing.
 *
 * @param show tags of the show
 * @param items tags of each item
 */
record FeedOutline(FeedNode root, List<FeedNode> show, List<Item> items) {
    /** The longest known podcast feeds have some 10,000 items. */
    static final int MAX_ITEMS = 20_000;

    /** Tags of a show, or of one item. */
    private static final int MAX_TAGS = 500;

    /**
     * One item.
     *
     * @param node the tag of the item itself
     * @param tags what is in it, in order
     */
    record Item(FeedNode node, List<FeedNode> tags) {}

    static FeedOutline of(FeedNode root, Problems problems) throws UnreadableFeed {
        if (!FeedNames.isRoot(root.name())) {
            throw new UnreadableFeed(whatElse(root));
        }
        FeedOutline outline = new FeedOutline(root, new ArrayList<>(), new ArrayList<>());
        outline.gather(root, Optional.empty(), problems);
        return outline;
    }

    private static String whatElse(FeedNode root) {
        String name = root.name().substring(0, Math.min(40, root.name().length()));
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "html" -> "this is a web page, not a feed: look on it for a link named RSS or podcast feed";
            case "opml" -> "this is a list of feeds (OPML), not a feed: import it instead";
            default -> "this is XML of another kind (<%s>), not a feed".formatted(name);
        };
    }

    boolean isAtom() {
        return root.isNamed("feed");
    }

    private void gather(FeedNode from, Optional<Item> item, Problems problems) {
        for (FeedNode child : from.children()) {
            if (FeedNames.isItem(child.name())) {
                gatherItem(child, problems);
            } else if (item.isEmpty() && child.isNamed("channel")) {
                gather(child, item, problems);
            } else {
                add(child, item.map(Item::tags).orElse(show), problems);
            }
        }
    }

    private void gatherItem(FeedNode node, Problems problems) {
        if (items.size() == MAX_ITEMS) {
            problems.add("only the first %,d items are read".formatted(MAX_ITEMS), node.line());
            return;
        }
        Item item = new Item(node, new ArrayList<>());
        items.add(item);
        gather(node, Optional.of(item), problems);
    }

    private static void add(FeedNode child, List<FeedNode> tags, Problems problems) {
        if (tags.size() == MAX_TAGS - 1) {
            problems.add("only the first %d tags here are read".formatted(MAX_TAGS), child.line());
        }
        if (tags.size() < MAX_TAGS) {
            tags.add(child);
        }
    }
}
