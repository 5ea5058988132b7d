package io.briefcast.adapter.slack;

import io.briefcast.command.Asker;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.CommandSpec;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody sees on the home tab: what they get and when, what they kept, and buttons to change it. */
final class SlackHome {
    /** Id of a button that opens a command's form, before the command's path. */
    static final String OPEN = "slack-form:";
    /** Id of a button that does a command, before the command's path. */
    static final String DO = "slack-do:";
    /** Commands that a press does. */
    private static final Set<String> PRESSES = Set.of("briefcast pause", "briefcast unsubscribe", "briefcast resume");
    /** Commands whose answers make up the tab, in order; those that there are not are left out. */
    private static final List<String> SECTIONS =
            List.of("briefcast status", "briefcast saved", "briefcast topics list", "briefcast shows list");

    private static final int MAX_LABEL = 28;

    private final CommandCatalogue catalogue;
    private final CommandRouter router;

    SlackHome(CommandCatalogue catalogue, CommandRouter router) {
        this.catalogue = catalogue;
        this.router = router;
    }

    /** The tab of the person who asks. */
    Message of(Asker asker, SlackOrigin origin, Instant now) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Your Briefcast"));
        blocks.add(forms());
        for (String path : SECTIONS) {
            if (catalogue.find(path).isPresent()) {
                blocks.add(new Block.Divider());
                CommandRequest request = new CommandRequest(asker, origin.place(), path, Map.of(), now);
                blocks.addAll(router.answer(request).message().blocks());
            }
        }
        blocks.add(new Block.Divider());
        blocks.add(new Block.Footnote("Type "
                + SlackCommands.roots(catalogue).stream()
                        .map(root -> "/" + root)
                        .collect(Collectors.joining(", ")) + " in any channel, or here."));
        return new Message("Your Briefcast", blocks);
    }

    private Block forms() {
        return new Block.Buttons(catalogue.specs().stream()
                .filter(spec -> !spec.adminOnly())
                .flatMap(spec -> button(spec).stream())
                .toList());
    }

    private static Optional<Action> button(CommandSpec spec) {
        if (PRESSES.contains(spec.path())) {
            return Optional.of(Action.press(DO + spec.path(), label(spec)));
        }
        return SlackForm.PATHS.contains(spec.path())
                ? Optional.of(Action.press(OPEN + spec.path(), label(spec) + "…"))
                : Optional.empty();
    }

    /** The words behind the group: {@code Subscribe}, {@code Topics: follow}. */
    private static String label(CommandSpec spec) {
        String[] words = spec.path().split(" ", -1);
        String verb = String.join(": ", List.of(words).subList(Math.min(1, words.length - 1), words.length));
        return verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1, Math.min(verb.length(), MAX_LABEL));
    }
}
