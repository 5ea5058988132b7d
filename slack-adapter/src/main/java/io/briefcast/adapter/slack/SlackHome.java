package io.briefcast.adapter.slack;

import io.briefcast.command.Asker;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Place;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody sees on the home tab: what they get and when, what they kept, and buttons to change it. */
final class SlackHome {
    /** Id of a button that opens a command's form, before the command's path. */
    static final String OPEN = "slack-form:";
    /** Verbs of buttons that show something; all others change something, and the tab shows what. */
    private static final Set<String> SHOWING = Set.of("open", "page", "related", "why");

    /** What can be done to a saved insight on the tab; the rest is behind its details. */
    private static final Set<String> KEPT_ACTIONS = Set.of("unsave", "listen");

    /**
     * A part of the tab.
     *
     * @param path the command whose answer it is
     * @param forms what changes it
     */
    private record Section(String path, List<Form> forms) {}

    private record Form(String path, String label) {}

    /** What concerns the person most comes first. */
    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "briefcast settings",
                    List.of(
                            new Form("briefcast subscribe", "Time, topics, shows…"),
                            new Form("briefcast holiday", "Holiday…"))),
            new Section(
                    "briefcast topics list",
                    List.of(
                            new Form("briefcast topics follow", "Follow…"),
                            new Form("briefcast topics unfollow", "Unfollow…"),
                            new Form("briefcast topics mute", "Mute…"),
                            new Form("briefcast topics unmute", "Unmute…"))),
            new Section("briefcast saved", List.of()),
            new Section(
                    "briefcast shows list",
                    List.of(
                            new Form("briefcast shows add", "Add a show…"),
                            new Form("briefcast shows remove", "Remove a show…"))));

    private final CommandCatalogue catalogue;
    private final CommandRouter router;

    SlackHome(CommandCatalogue catalogue, CommandRouter router) {
        this.catalogue = catalogue;
        this.router = router;
    }

    /** Whether a press changes something, so that the tab itself shows what became of it. */
    static boolean changes(String actionId) {
        return !SHOWING.contains(verb(actionId));
    }

    /**
     * The tab of the person who asks.
     *
     * @param said what came of the last press on it
     */
    Message of(Asker asker, SlackOrigin origin, Instant now, Optional<Message> said) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Your Briefcast"));
        said.ifPresent(message -> {
            // What can be done next stands below, in its place.
            message.blocks().stream().filter(Block.Paragraph.class::isInstance).forEach(blocks::add);
            blocks.add(new Block.Divider());
        });
        for (Section section : SECTIONS) {
            if (catalogue.find(section.path()).isPresent()) {
                CommandRequest request = new CommandRequest(asker, origin.place(), section.path(), Map.of(), now);
                router.answer(request).message().blocks().stream()
                        .map(SlackHome::shortened)
                        .forEach(blocks::add);
                blocks.addAll(forms(section, asker, origin.place(), now));
                blocks.add(new Block.Divider());
            }
        }
        blocks.add(new Block.Footnote("Type "
                + SlackCommands.roots(catalogue).stream()
                        .map(root -> "/" + root)
                        .collect(Collectors.joining(", ")) + " in any channel, or here."));
        return new Message("Your Briefcast", blocks);
    }

    private static Block shortened(Block block) {
        return block instanceof Block.InsightCard card
                ? card.with(card.actions().stream()
                        .filter(action -> KEPT_ACTIONS.contains(verb(action.id())))
                        .toList())
                : block;
    }

    /** The buttons that the person may press, and why there are no others. */
    private List<Block> forms(Section section, Asker asker, Place place, Instant now) {
        List<Action> forms = new ArrayList<>();
        Set<String> refusals = new LinkedHashSet<>();
        for (Form form : section.forms()) {
            if (catalogue.find(form.path()).isPresent()) {
                router.refusalBeforehand(asker, place, form.path(), now)
                        .ifPresentOrElse(
                                refused -> refusals.add(SlackForm.sentence(refused.message())),
                                () -> forms.add(Action.press(OPEN + form.path(), form.label())));
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (!forms.isEmpty()) {
            blocks.add(new Block.Buttons(forms));
        }
        refusals.forEach(sentence -> blocks.add(new Block.Footnote(sentence)));
        return blocks;
    }

    private static String verb(String actionId) {
        return actionId.split(":", 2)[0];
    }
}
