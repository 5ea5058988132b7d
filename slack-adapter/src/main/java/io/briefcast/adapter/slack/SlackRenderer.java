package io.briefcast.adapter.slack;

import com.google.gson.Gson;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.ImageElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.util.json.GsonFactory;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A message as Block Kit, within every limit of https://docs.slack.dev/reference/block-kit/blocks. A message that is too
 * long loses explanations and reasons first, then whole blocks from its end, and says so.
 */
final class SlackRenderer {
    /** Slack's limit, less the footnote that says what is missing. */
    static final int MAX_BLOCKS = 49;
    /** Slack answers {@code msg_blocks_too_long} from about 13,200 on; the footnote has its room below 12,000. */
    static final int MAX_TOTAL = 11_700;

    private static final int MAX_SECTION = 3_000;
    private static final int MAX_HEADER = 150;
    private static final int MAX_ALT = 2_000;
    private static final int MAX_BUTTON = 75;
    private static final int MAX_BUTTONS = 25;
    private static final int MAX_OPTIONS = 100;
    private static final int MAX_OPTION_VALUE = 150;
    /** A line of what a notification and a screen reader get. */
    private static final int MAX_LINE = 300;
    /** All of it: of a message with blocks, Slack's screen readers read this and no block. */
    private static final int MAX_FALLBACK = 3_000;

    private static final int MAX_SPOKEN = 75;

    /** Stands between an action's id and a number where a message has the same action twice. */
    static final String AGAIN = "#";

    /** Value of every button that is a press; short, because it is there sixty times in a brief. */
    static final String PRESS = "press";

    /** As Slack's client writes blocks; costly to make. */
    private static final Gson JSON = GsonFactory.createSnakeCase();

    /** Slack's limit for forms and the home tab, less the footnote. */
    static final int MAX_VIEW_BLOCKS = 99;
    /** Slack takes 250 kB, and a character has up to three bytes. */
    static final int MAX_VIEW_TOTAL = 80_000;

    /** How much room cards get, as long as everything has to go in. */
    private static final List<CardRoom> WHOLE = List.of(CardRoom.FULL, CardRoom.MEDIUM, CardRoom.SHORT);
    /** Verbs of what is found among an insight's details, and needs no button of its own in a compact message. */
    private static final Set<String> IN_DETAILS = Set.of("related", "why");

    private final boolean images;
    private final List<CardRoom> rooms;
    private final int maxBlocks;
    private final int maxTotal;

    private SlackRenderer(boolean images, List<CardRoom> rooms, int maxBlocks, int maxTotal) {
        this.images = images;
        this.rooms = rooms;
        this.maxBlocks = maxBlocks;
        this.maxTotal = maxTotal;
    }

    /** With pictures. */
    static SlackRenderer complete() {
        return new SlackRenderer(true, WHOLE, MAX_BLOCKS, MAX_TOTAL);
    }

    /** Without pictures: Slack refuses a whole message for one that it cannot load. */
    static SlackRenderer withoutImages() {
        return new SlackRenderer(false, WHOLE, MAX_BLOCKS, MAX_TOTAL);
    }

    /** The same for a form or the home tab, which hold more than a message. */
    SlackRenderer inView() {
        return new SlackRenderer(images, rooms, MAX_VIEW_BLOCKS, MAX_VIEW_TOTAL);
    }

    /** The same with a line or two for each insight, and a button that shows all of it to whoever presses it. */
    SlackRenderer compact() {
        return new SlackRenderer(images, List.of(CardRoom.COMPACT), maxBlocks, maxTotal);
    }

    /**
     * What Slack is sent.
     *
     * @param text stands for the whole message in notifications and for screen readers
     * @param blocks 1 to 50
     */
    record Rendered(String text, List<LayoutBlock> blocks) {
        Rendered {
            blocks = List.copyOf(blocks);
        }
    }

    /** The message; its first block carries {@code marker} as its id, so that it can be recognised in the history. */
    Rendered render(Message message, String marker) {
        String title = SlackText.mrkdwn(message.title(), MAX_LINE);
        String text = fallback(title.isEmpty() ? "Briefcast" : title, message.blocks());
        Page page = page(message.blocks());
        List<LayoutBlock> blocks = new ArrayList<>(page.blocks());
        if (page.left() > 0) {
            blocks.add(context(leftOut(page.left())));
        }
        if (blocks.isEmpty()) {
            blocks.add(section(text));
        }
        mark(blocks.getFirst(), marker);
        return new Rendered(text, blocks);
    }

    /** The title, and a line for every insight as far as there is room. */
    private static String fallback(String title, List<Block> blocks) {
        StringBuilder text = new StringBuilder(title);
        blocks.stream()
                .filter(Block.InsightCard.class::isInstance)
                .map(Block.InsightCard.class::cast)
                .map(card -> "\n" + new SlackCard(card, CardRoom.SHORT).line())
                .takeWhile(line -> text.length() + line.length() <= MAX_FALLBACK)
                .forEach(text::append);
        return text.toString();
    }

    /** The message as an answer, which nobody looks for later. */
    Rendered render(Message message) {
        return render(message, "");
    }

    /** Length of the blocks as Slack counts them: their JSON, in UTF-16 units. */
    static int size(List<LayoutBlock> blocks) {
        return JSON.toJsonTree(blocks).toString().length();
    }

    private record Page(List<LayoutBlock> blocks, int left) {}

    private Page page(List<Block> all) {
        Page page = new Page(List.of(), all.size());
        for (CardRoom room : rooms) {
            for (boolean spoken : List.of(true, false)) {
                page = page(all, room, spoken);
                if (page.left() == 0) {
                    return page;
                }
            }
        }
        return page;
    }

    private Page page(List<Block> all, CardRoom room, boolean spoken) {
        List<LayoutBlock> page = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int total = 0;
        for (int i = 0; i < all.size(); i++) {
            List<LayoutBlock> next = new OneBlock(room, spoken, ids).render(all.get(i));
            total += size(next);
            if (total > maxTotal || page.size() + next.size() > maxBlocks) {
                return new Page(page, all.size() - i);
            }
            page.addAll(next);
        }
        return new Page(page, 0);
    }

    private static String leftOut(int count) {
        return count == 1
                ? "One more part is left out: a Slack message has no room for it."
                : "%d more parts are left out: a Slack message has no room for them.".formatted(count);
    }

    private static void mark(LayoutBlock block, String marker) {
        if (marker.isEmpty()) {
            return;
        }
        switch (block) {
            case SectionBlock section -> section.setBlockId(marker);
            case HeaderBlock header -> header.setBlockId(marker);
            case ContextBlock context -> context.setBlockId(marker);
            case ActionsBlock actions -> actions.setBlockId(marker);
            case ImageBlock image -> image.setBlockId(marker);
            case DividerBlock divider -> divider.setBlockId(marker);
            default -> throw new IllegalStateException("a block of this renderer has no id: " + block.getType());
        }
    }

    private static SectionBlock section(String mrkdwn) {
        return SectionBlock.builder().text(mrkdwnText(mrkdwn)).build();
    }

    private static ContextBlock context(String mrkdwn) {
        return ContextBlock.builder().elements(List.of(mrkdwnText(mrkdwn))).build();
    }

    /** Verbatim: Slack makes no links and no mentions of its own. */
    private static MarkdownTextObject mrkdwnText(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder()
                .text(text)
                .emoji(text.contains(":") ? false : null)
                .build();
    }

    /** What a button says. */
    static PlainTextObject label(String text) {
        return plain(orElse(SlackText.plain(text, MAX_BUTTON), "Open"));
    }

    private static String orElse(String text, String instead) {
        return text.isEmpty() ? instead : text;
    }

    /** Renders the blocks of one message; action ids are unique in it. */
    private final class OneBlock {
        private final CardRoom room;
        private final boolean spoken;
        private final Set<String> ids;

        /**
         * One block.
         *
         * @param spoken whether buttons say to screen readers which insight they are about
         */
        OneBlock(CardRoom room, boolean spoken, Set<String> ids) {
            this.room = room;
            this.spoken = spoken;
            this.ids = ids;
        }

        List<LayoutBlock> render(Block block) {
            return switch (block) {
                case Block.Heading heading -> heading(SlackText.plain(heading.text(), MAX_HEADER));
                case Block.Paragraph paragraph ->
                    SlackText.paragraphs(paragraph.parts(), MAX_SECTION).stream()
                            .<LayoutBlock>map(SlackRenderer::section)
                            .toList();
                case Block.Footnote footnote -> footnote(SlackText.mrkdwn(footnote.text(), MAX_ALT));
                case Block.Divider ignored -> List.of(new DividerBlock());
                case Block.Image image -> image(image);
                case Block.Quotation quotation -> quotation(quotation);
                case Block.Buttons buttons -> buttons(buttons.actions(), "");
                case Block.Choice choice -> choice(choice);
                case Block.InsightCard card -> card(card);
            };
        }

        private List<LayoutBlock> heading(String text) {
            return text.isEmpty()
                    ? List.of()
                    : List.of(HeaderBlock.builder().text(plain(text)).build());
        }

        private List<LayoutBlock> footnote(String mrkdwn) {
            return mrkdwn.isEmpty() ? List.of() : List.of(context(mrkdwn));
        }

        private List<LayoutBlock> image(Block.Image image) {
            Optional<String> url = SlackText.destination(image.source()).filter(ignored -> images);
            String alt = orElse(SlackText.plain(image.alt(), MAX_ALT), "Picture");
            return url.<List<LayoutBlock>>map(source -> List.of(
                            ImageBlock.builder().imageUrl(source).altText(alt).build()))
                    .orElse(List.of());
        }

        private List<LayoutBlock> quotation(Block.Quotation quotation) {
            List<LayoutBlock> blocks = new ArrayList<>();
            String words = SlackText.marked(quotation.words(), "*", MAX_SECTION - 3);
            if (!words.isEmpty()) {
                blocks.add(section(">" + "“" + words + "”"));
            }
            blocks.addAll(footnote(SlackText.link(quotation.source(), quotation.attribution(), MAX_ALT)));
            return blocks;
        }

        private List<LayoutBlock> choice(Block.Choice choice) {
            List<OptionObject> options = choice.options().stream()
                    .filter(option ->
                            !option.value().isEmpty() && option.value().length() <= MAX_OPTION_VALUE)
                    .limit(MAX_OPTIONS)
                    .map(OneBlock::option)
                    .toList();
            if (options.isEmpty()) {
                return List.of();
            }
            String label = orElse(SlackText.plain(choice.label(), MAX_HEADER), "Choose");
            return List.of(actions(List.of(StaticSelectElement.builder()
                    .actionId(unique(choice.id()))
                    .placeholder(plain(label))
                    .options(options)
                    .build())));
        }

        private static OptionObject option(Block.Choice.Option option) {
            String label = orElse(SlackText.plain(option.label(), MAX_BUTTON), option.value());
            return OptionObject.builder()
                    .text(plain(SlackText.plain(label, MAX_BUTTON)))
                    .value(option.value())
                    .build();
        }

        private List<LayoutBlock> card(Block.InsightCard card) {
            SlackCard words = new SlackCard(card, room);
            SectionBlock claim = section(words.claim());
            ContextBlock source = context(words.source());
            if (room == CardRoom.COMPACT) {
                artwork(card).ifPresent(small -> source.setElements(List.of(small, mrkdwnText(words.source()))));
            } else {
                artwork(card).ifPresent(claim::setAccessory);
            }
            List<LayoutBlock> blocks = new ArrayList<>(List.of(claim, source));
            blocks.addAll(buttons(actions(card), spoken ? card.title() : ""));
            return blocks;
        }

        private List<Action> actions(Block.InsightCard card) {
            if (room != CardRoom.COMPACT) {
                return card.actions().stream()
                        .filter(action -> room.complete() || action.link().isEmpty())
                        .toList();
            }
            Stream<Action> first = card.actions().stream()
                    .filter(action -> !IN_DETAILS.contains(action.id().split(":", 2)[0]));
            return Stream.concat(first, Stream.of(Action.press("open:" + card.insightId(), "Details")))
                    .toList();
        }

        private Optional<ImageElement> artwork(Block.InsightCard card) {
            String alt = "Artwork of " + orElse(SlackText.plain(card.show(), MAX_HEADER), "the show");
            return card.artwork()
                    .filter(ignored -> images && room.complete())
                    .flatMap(SlackText::destination)
                    .map(url ->
                            ImageElement.builder().imageUrl(url).altText(alt).build());
        }

        private List<LayoutBlock> buttons(List<Action> actions, String about) {
            List<BlockElement> elements = actions.stream()
                    .flatMap(action -> button(action, about).stream())
                    .toList();
            List<LayoutBlock> rows = new ArrayList<>();
            for (int from = 0; from < elements.size(); from += MAX_BUTTONS) {
                rows.add(actions(elements.subList(from, Math.min(elements.size(), from + MAX_BUTTONS))));
            }
            return rows;
        }

        /** A press is told from a link by its value, which only a press has: what is pressed says the action's id. */
        private Optional<BlockElement> button(Action action, String about) {
            Optional<String> url = action.link().flatMap(OneBlock::url);
            if (action.link().isPresent() && url.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(ButtonElement.builder()
                    .actionId(unique(action.id()))
                    .text(label(action.label()))
                    .accessibilityLabel(
                            about.isEmpty() ? null : SlackText.plain(action.label() + ": " + about, MAX_SPOKEN))
                    .url(url.orElse(null))
                    .value(url.isPresent() ? null : PRESS)
                    .build());
        }

        private static Optional<String> url(URI link) {
            return SlackText.destination(link);
        }

        private String unique(String id) {
            String free = ids.contains(id) ? id + AGAIN + ids.size() : id;
            ids.add(free);
            return free;
        }

        private static ActionsBlock actions(List<BlockElement> elements) {
            return ActionsBlock.builder().elements(elements).build();
        }
    }
}
