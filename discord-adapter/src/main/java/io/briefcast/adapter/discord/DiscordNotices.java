package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a server what went wrong there for good, where the server wants such things said, or nowhere. */
final class DiscordNotices {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordNotices.class);

    private final DiscordClient client;

    DiscordNotices(DiscordClient client) {
        this.client = client;
    }

    /** A channel's brief is switched off. A person's is nobody else's business. */
    void switchedOff(DiscordAddress place) {
        if (place.direct()) {
            return;
        }
        try {
            Optional<Guild> server = client.server(place.guild());
            if (server.isPresent()) {
                tell(server.get(), place);
            }
        } catch (DeliveryException e) {
            LOG.warn("Nobody could be told that the brief in {} is switched off: {}", place.written(), e.getMessage());
        }
    }

    private void tell(Guild server, DiscordAddress place) throws DeliveryException {
        Optional<TextChannel> hall = hall(server).filter(channel -> channel.getIdLong() != place.id());
        if (hall.isPresent()) {
            client.send(
                    Route.Messages.SEND_MESSAGE.compile(hall.get().getId()),
                    DiscordPlatform.body(DiscordRenderer.complete(client.mentions())
                            .render(DiscordReplies.text(
                                    "switchedoff", server.getLocale().toLocale(), name(server, place)))));
        }
    }

    /** Where a server has its own news said, if the bot may write there. */
    static Optional<TextChannel> hall(Guild server) {
        return Optional.ofNullable(server.getSystemChannel()).filter(TextChannel::canTalk);
    }

    private static String name(Guild server, DiscordAddress place) {
        return "#"
                + Optional.ofNullable(server.getGuildChannelById(place.id()))
                        .map(GuildChannel::getName)
                        .orElse(Long.toString(place.id()));
    }
}
