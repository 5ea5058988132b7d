package io.briefcast.adapter.discord;

import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Switches off what was ordered for a channel that is deleted, or for a server that removes Briefcast. */
final class DiscordDepartures extends ListenerAdapter {
    private final Subscriptions subscriptions;
    private final ScheduleDesk desk;

    DiscordDepartures(Subscriptions subscriptions, ScheduleDesk desk) {
        this.subscriptions = subscriptions;
        this.desk = desk;
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        switchOff(place -> place.guild().equals(event.getGuild().getId()));
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        switchOff(place -> !place.direct() && place.id() == event.getChannel().getIdLong());
    }

    private void switchOff(Predicate<DiscordAddress> gone) {
        subscriptions.active().stream()
                .filter(order -> place(order).filter(gone).isPresent())
                .forEach(order -> desk.save(order.activated(false)));
    }

    private static Optional<DiscordAddress> place(Subscription order) {
        return order.audience().platform().equals(DiscordPlatform.NAME)
                ? DiscordAddress.read(order.audience().address())
                : Optional.empty();
    }
}
