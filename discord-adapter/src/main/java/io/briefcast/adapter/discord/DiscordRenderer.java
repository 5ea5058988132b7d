package io.briefcast.adapter.discord;

import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.message.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;
import net.dv8tion.jda.api.components.utils.ComponentIterator;

/**
 * A message as Components V2, within every limit of https://docs.discord.com/developers/components/reference. A message
 * that is too long loses explanations, pictures and reasons first, then whole blocks from its end, and says so.
 */
final class DiscordRenderer {
    /** Discord's limit. */
    static final int MAX_COMPONENTS = 40;
    /** Discord's limit of characters over all texts. */
    static final int MAX_TOTAL = 4_000;

    /** What the footnote takes that says what is missing. */
    private static final int FOOTNOTE_COMPONENTS = 1;

    private static final int FOOTNOTE_LENGTH = 120;

    /** Custom id of the list that stands for a card's buttons; what is picked is the action's id. */
    static final String PICK = "pick";

    /** More like this and less like this. */
    private static final int VOTES = 2;

    private static final int MAX_HEADER = 250;
    private static final int MAX_SMALL = 1_000;
    private static final int MAX_ALT = 1_000;
    static final int MAX_BUTTON = 80;
    private static final int MAX_OPTIONS = 25;
    private static final int MAX_OPTION = 100;

    private final boolean images;
    private final DiscordMentions mentions;

    private DiscordRenderer(boolean images, DiscordMentions mentions) {
        this.images = images;
        this.mentions = mentions;
    }

    /** With pictures. */
    static DiscordRenderer complete(DiscordMentions mentions) {
        return new DiscordRenderer(true, mentions);
    }

    /** Without pictures, for the case that Discord refuses a message for one of them. */
    static DiscordRenderer withoutImages(DiscordMentions mentions) {
        return new DiscordRenderer(false, mentions);
    }

    /** The message with a mark by which it can be recognised in the history; 1 to 40 components. */
    List<MessageTopLevelComponent> render(Message message, DiscordMark mark) {
        Page page = page(message, mark);
        List<MessageTopLevelComponent> components = new ArrayList<>(page.components());
        if (page.left() > 0) {
            components.add(small(leftOut(page.left()).in(message.language())));
        }
        if (components.isEmpty()) {
            String title = DiscordText.markdown(message.title(), MAX_HEADER);
            components.add(TextDisplay.of(title.isEmpty() ? "Briefcast" : title));
        }
        if (!mark.token().isEmpty() && page.ids().isEmpty()) {
            components.set(0, components.getFirst().withUniqueId(mark.componentId()));
        }
        return components;
    }

    /** The message as an answer, which nobody looks for later. */
    List<MessageTopLevelComponent> render(Message message) {
        return render(message, DiscordMark.none());
    }

    private record Page(List<MessageTopLevelComponent> components, Set<String> ids, int left) {}

    private Page page(Message message, DiscordMark mark) {
        for (CardRoom room : CardRoom.values()) {
            Page whole = page(message, room, mark, MAX_COMPONENTS, MAX_TOTAL);
            if (whole.left() == 0) {
                return whole;
            }
        }
        return page(message, CardRoom.SHORT, mark, MAX_COMPONENTS - FOOTNOTE_COMPONENTS, MAX_TOTAL - FOOTNOTE_LENGTH);
    }

    private Page page(Message message, CardRoom room, DiscordMark mark, int maxComponents, int maxCharacters) {
        List<Block> all = message.blocks();
        OneMessage rendering = new OneMessage(room, mark, message.language());
        List<MessageTopLevelComponent> page = List.of();
        for (int i = 0; i < all.size(); i++) {
            Set<String> before = Set.copyOf(rendering.ids);
            List<MessageTopLevelComponent> next = rendering.render(all.get(i));
            boolean below = i > 0 && all.get(i) instanceof Block.Paragraph && all.get(i - 1) instanceof Block.Heading;
            List<MessageTopLevelComponent> longer = below ? below(page, next) : joined(page, next);
            if (count(longer) > maxComponents || characters(longer) > maxCharacters) {
                return new Page(page, before, all.size() - i);
            }
            page = longer;
        }
        List<MessageTopLevelComponent> whole = joined(page, rendering.gathered());
        return count(whole) > maxComponents ? new Page(page, rendering.ids, 1) : new Page(whole, rendering.ids, 0);
    }

    private static List<MessageTopLevelComponent> joined(
            List<MessageTopLevelComponent> page, List<MessageTopLevelComponent> next) {
        return Stream.concat(page.stream(), next.stream()).toList();
    }

    /** A heading and the paragraph below it are one text, which leaves a component for something else. */
    private static List<MessageTopLevelComponent> below(
            List<MessageTopLevelComponent> page, List<MessageTopLevelComponent> next) {
        if (page.isEmpty()
                || next.size() != 1
                || !(page.getLast() instanceof TextDisplay heading)
                || !(next.getFirst() instanceof TextDisplay paragraph)) {
            return joined(page, next);
        }
        TextDisplay both = TextDisplay.of(heading.getContent() + "\n" + paragraph.getContent());
        return joined(page.subList(0, page.size() - 1), List.of(both));
    }

    private static int count(List<MessageTopLevelComponent> components) {
        return (int) ComponentIterator.createStream(components).count();
    }

    private static int characters(List<MessageTopLevelComponent> components) {
        return ComponentIterator.createStream(components)
                .filter(TextDisplay.class::isInstance)
                .mapToInt(text -> ((TextDisplay) text).getContent().length())
                .sum();
    }

    private static Phrase leftOut(int count) {
        return count == 1
                ? Phrase.of("One more part is left out, because a Discord message has no room for it.")
                : Phrase.of("%d more parts are left out, because a Discord message has no room for them.", count);
    }

    private static TextDisplay small(String markdown) {
        return TextDisplay.of("-# " + markdown);
    }

    private static String orElse(String text, String instead) {
        return text.isEmpty() ? instead : text;
    }

    /** Renders the blocks of one message; custom ids are unique in it. */
    private final class OneMessage {
        private final CardRoom room;
        private final DiscordMark mark;
        private final Locale language;
        private final Set<String> ids = new HashSet<>();
        private final List<Action> rest = new ArrayList<>();

        OneMessage(CardRoom room, DiscordMark mark, Locale language) {
            this.room = room;
            this.mark = mark;
            this.language = language;
        }

        private String said(String english, Object... values) {
            return Phrase.of(english, values).in(language);
        }

        /** The list of what stands beside no card; nothing when there is nothing, and it is made once. */
        List<MessageTopLevelComponent> gathered() {
            List<Action> listed = List.copyOf(rest);
            rest.clear();
            return picks(listed, said("More"));
        }

        List<MessageTopLevelComponent> render(Block block) {
            return switch (block) {
                case Block.Heading heading -> text("## ", DiscordText.markdown(heading.text(), MAX_HEADER));
                case Block.Paragraph paragraph -> paragraph(paragraph);
                case Block.Footnote footnote ->
                    text("-# ", mentions.in(DiscordText.markdown(footnote.text(), MAX_SMALL)));
                case Block.Divider ignored -> List.of(Separator.createDivider(Separator.Spacing.SMALL));
                case Block.Image image -> image(image);
                case Block.Quotation quotation -> quotation(quotation);
                case Block.Buttons buttons ->
                    room.looseButtons() ? buttons(buttons.actions()) : listed(buttons.actions());
                case Block.Choice choice -> choice(choice);
                case Block.InsightCard card -> card(card);
            };
        }

        private static List<MessageTopLevelComponent> text(String start, String markdown) {
            return markdown.isEmpty() ? List.of() : List.of(TextDisplay.of(start + markdown));
        }

        /** One text that is too long for a message is cut, so that its beginning is not left out with its end. */
        private List<MessageTopLevelComponent> paragraph(Block.Paragraph paragraph) {
            int most = MAX_TOTAL - FOOTNOTE_LENGTH - MAX_SMALL;
            Optional<String> momentous = DiscordText.running(paragraph.parts(), most);
            if (momentous.isPresent()) {
                return text("", mentions.in(momentous.get()));
            }
            List<String> parts = DiscordText.paragraphs(paragraph.text(), most);
            return switch (parts.size()) {
                case 0 -> List.of();
                case 1 -> text("", mentions.in(parts.getFirst()));
                default -> text("", parts.getFirst() + "…");
            };
        }

        private List<MessageTopLevelComponent> image(Block.Image image) {
            String alt = orElse(DiscordText.plain(image.alt(), MAX_ALT), said("Picture"));
            return DiscordText.destination(image.source()).filter(ignored -> images).stream()
                    .<MessageTopLevelComponent>map(
                            url -> MediaGallery.of(MediaGalleryItem.fromUrl(url).withDescription(alt)))
                    .toList();
        }

        private static List<MessageTopLevelComponent> quotation(Block.Quotation quotation) {
            String words = DiscordText.marked(quotation.words(), "**", MAX_TOTAL / 2);
            String source = DiscordText.link(quotation.source(), quotation.attribution(), MAX_HEADER);
            List<MessageTopLevelComponent> components = new ArrayList<>();
            components.addAll(text("> ", words.isEmpty() ? "" : "“" + words + "”"));
            components.addAll(text("-# ", source));
            return components;
        }

        private List<MessageTopLevelComponent> choice(Block.Choice choice) {
            List<SelectOption> options = choice.options().stream()
                    .filter(option ->
                            !option.value().isBlank() && option.value().length() <= MAX_OPTION)
                    .collect(
                            Collectors.toMap(Block.Choice.Option::value, o -> o, (one, two) -> one, LinkedHashMap::new))
                    .values()
                    .stream()
                    .limit(MAX_OPTIONS)
                    .map(option -> SelectOption.of(
                            orElse(DiscordText.plain(option.label(), MAX_OPTION), option.value()), option.value()))
                    .toList();
            return options.isEmpty() ? List.of() : List.of(list(choice.id(), choice.label(), options));
        }

        private ActionRow list(String id, String label, List<SelectOption> options) {
            return ActionRow.of(StringSelectMenu.create(unique(id))
                    .setPlaceholder(orElse(DiscordText.plain(label, MAX_OPTION), said("Choose")))
                    .addOptions(options)
                    .build());
        }

        private List<MessageTopLevelComponent> card(Block.InsightCard card) {
            TextDisplay words = TextDisplay.of(new DiscordCard(card, room, language).words());
            List<MessageTopLevelComponent> components = new ArrayList<>();
            components.add(artwork(card)
                    .<MessageTopLevelComponent>map(picture -> Section.of(picture, words))
                    .orElse(words));
            List<Action> actions = room.gathered() ? beside(card) : inRoom(card.actions());
            components.addAll(room.buttons() ? buttons(actions) : picks(actions, about(card)));
            return components;
        }

        private String about(Block.InsightCard card) {
            return card.position() > 0 ? said("More about number %d", card.position()) : said("More about this");
        }

        /** Votes and links, in this order; the others are kept for the list, with the number or claim of the card. */
        private List<Action> beside(Block.InsightCard card) {
            List<Action> pressed = card.actions().stream()
                    .filter(action -> action.link().isEmpty())
                    .toList();
            pressed.stream()
                    .skip(VOTES)
                    .map(action -> Action.press(action.id(), numbered(card, action.label())))
                    .forEach(rest::add);
            return Stream.concat(
                            pressed.stream().limit(VOTES),
                            card.actions().stream()
                                    .filter(action -> action.link().isPresent())
                                    .limit(1))
                    .toList();
        }

        private static String numbered(Block.InsightCard card, String label) {
            return card.position() > 0 ? card.position() + ". " + label : label + ": " + card.title();
        }

        /** What belongs to no card comes first in the list of all. */
        private List<MessageTopLevelComponent> listed(List<Action> actions) {
            if (!room.gathered()) {
                return picks(actions, said("More"));
            }
            rest.addAll(0, actions);
            return List.of();
        }

        private List<Action> inRoom(List<Action> actions) {
            return actions.stream()
                    .filter(action -> room.complete() || action.link().isEmpty())
                    .toList();
        }

        /** What is picked from the list is what would have been pressed; links are left out. */
        private List<MessageTopLevelComponent> picks(List<Action> actions, String label) {
            List<Block.Choice.Option> options = actions.stream()
                    .filter(action -> action.link().isEmpty())
                    .map(action -> new Block.Choice.Option(action.id(), action.label()))
                    .toList();
            return choice(new Block.Choice(PICK, label, options));
        }

        private Optional<Thumbnail> artwork(Block.InsightCard card) {
            String alt = said("Artwork of %s", orElse(DiscordText.plain(card.show(), MAX_HEADER), said("show")));
            return card.artwork()
                    .filter(ignored -> images && room.complete())
                    .flatMap(DiscordText::destination)
                    .map(url -> Thumbnail.fromUrl(url).withDescription(alt));
        }

        private List<MessageTopLevelComponent> buttons(List<Action> actions) {
            List<Button> buttons = actions.stream()
                    .limit(MAX_COMPONENTS)
                    .flatMap(action -> button(action).stream())
                    .toList();
            return buttons.isEmpty() ? List.of() : List.copyOf(ActionRow.partitionOf(buttons));
        }

        private Optional<Button> button(Action action) {
            String label = orElse(DiscordText.plain(action.label(), MAX_BUTTON), said("Open"));
            return action.link().isPresent()
                    ? action.link().flatMap(DiscordText::destination).map(url -> Button.link(url, label))
                    : Optional.of(Button.secondary(unique(action.id()), label));
        }

        private String unique(String id) {
            String free = mark.customId(id, 0);
            for (int number = 1; ids.contains(free); number++) {
                free = mark.customId(id, number);
            }
            ids.add(free);
            return free;
        }
    }
}
