package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says hello once to a server that Briefcast was added to, where the server wants such things said, or nowhere. */
final class DiscordWelcome extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordWelcome.class);

    private final DiscordClient client;

    DiscordWelcome(DiscordClient client) {
        this.client = client;
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        DiscordNotices.hall(event.getGuild())
                .ifPresent(hall -> greet(hall, event.getGuild().getLocale().toLocale()));
    }

    /** Waits for its turn like everything else: a bot may be added to many servers at once. */
    private void greet(TextChannel hall, Locale locale) {
        try {
            client.send(
                    Route.Messages.SEND_MESSAGE.compile(hall.getId()),
                    DiscordPlatform.body(
                            DiscordRenderer.complete(client.mentions()).render(hello(locale))));
        } catch (DeliveryException e) {
            LOG.info("A server was not greeted: {}", e.getMessage());
        }
    }

    private static Message hello(Locale locale) {
        String welcome = DiscordWords.text("welcome", locale);
        return new Message(
                welcome, List.of(new Block.Paragraph(welcome), new Block.Footnote(DiscordWords.text("next", locale))));
    }
}
