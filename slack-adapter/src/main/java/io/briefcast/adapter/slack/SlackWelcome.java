package io.briefcast.adapter.slack;

import io.briefcast.adapter.slack.SlackRenderer.Rendered;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandSpec;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever installed the bot what it does and how to begin: one direct message, once. */
final class SlackWelcome {
    private static final Logger LOG = LoggerFactory.getLogger(SlackWelcome.class);
    /** The first few commands are the ones that people use; help has the rest. */
    private static final int MOST_COMMANDS = 5;

    private final SlackClient client;
    private final SlackTurns turns;
    private final SlackWork work;
    private final CommandCatalogue catalogue;

    SlackWelcome(SlackClient client, SlackTurns turns, SlackWork work, CommandCatalogue catalogue) {
        this.client = client;
        this.turns = turns;
        this.work = work;
        this.catalogue = catalogue;
    }

    /** Greets the person; an installation without a greeting is still one. */
    void greet(Workspace workspace, String person) {
        work.start(() -> post(workspace, person), () -> {});
    }

    private void post(Workspace workspace, String person) {
        Rendered rendered = SlackRenderer.complete().render(message());
        try {
            turns.await(new SlackAddress(workspace.team(), person));
            client.call(
                    workspace,
                    methods -> methods.chatPostMessage(request ->
                            request.channel(person).text(rendered.text()).blocks(rendered.blocks())));
        } catch (DeliveryException e) {
            LOG.warn("Whoever installed Briefcast in {} could not be greeted: {}", workspace.team(), e.getMessage());
        }
    }

    private Message message() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Briefcast is here"));
        blocks.add(
                new Block.Paragraph(
                        "I read new podcast episodes and post the five best insights of the day, with the"
                                + " speaker's own words and the minute to listen to. Nothing is posted until somebody asks for it."));
        blocks.add(new Block.Paragraph(begin()));
        blocks.add(new Block.Footnote("The Home tab above shows what you get, and changes it."));
        return new Message("Briefcast is here", blocks);
    }

    private String begin() {
        StringBuilder lines = new StringBuilder("To begin:");
        catalogue.specs().stream().limit(MOST_COMMANDS).map(SlackWelcome::line).forEach(lines::append);
        return lines.toString();
    }

    private static String line(CommandSpec spec) {
        return "\n%s – %s".formatted(spec.example(), spec.summary());
    }
}
