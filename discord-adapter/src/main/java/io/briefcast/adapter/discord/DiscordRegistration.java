package io.briefcast.adapter.discord;

import io.briefcast.command.CommandCatalogue;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Discord which commands there are, when they differ from those that it knows: it counts creations. */
final class DiscordRegistration extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordRegistration.class);
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);
    /** An hour; then the next start has to do it. */
    private static final int MOST_TRIES = 60;

    private final CommandCatalogue catalogue;
    private final DiscordMentions mentions;
    private final DiscordPlatform.Pause pause;

    DiscordRegistration(CommandCatalogue catalogue, DiscordMentions mentions, DiscordPlatform.Pause pause) {
        this.catalogue = catalogue;
        this.mentions = mentions;
        this.pause = pause;
    }

    /** One shard speaks for all. */
    @Override
    public void onReady(ReadyEvent event) {
        JDA jda = event.getJDA();
        if (jda.getShardInfo().getShardId() != 0) {
            return;
        }
        jda.setRequiredScopes("applications.commands");
        LOG.info("Add Briefcast to a server: {}", jda.getInviteUrl(DiscordRights.ALL));
        for (int tries = 1; tries <= MOST_TRIES && isOn(jda) && !settled(jda); tries++) {
            try {
                pause.wait(NEXT_TRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isOn(JDA jda) {
        return jda.getStatus() != JDA.Status.SHUTTING_DOWN && jda.getStatus() != JDA.Status.SHUTDOWN;
    }

    /** Whether it is registered, or another try would be refused the same way. */
    private boolean settled(JDA jda) {
        try {
            register(jda);
            return true;
        } catch (ErrorResponseException e) {
            LOG.warn(
                    "Discord did not take the commands: HTTP {}, code {} {}",
                    e.getResponse().code,
                    e.getErrorCode(),
                    DiscordFailures.faults(e));
            return !DiscordFailures.mayPass(e);
        }
    }

    private void register(JDA jda) {
        List<CommandData> wanted = DiscordDefinitions.of(catalogue);
        List<Command> there = jda.retrieveCommands(true).complete();
        List<CommandData> defined = there.stream().map(CommandData::fromCommand).toList();
        if (DiscordDefinitions.fingerprint(wanted).equals(DiscordDefinitions.fingerprint(defined))) {
            mentions.know(there);
        } else {
            mentions.know(jda.updateCommands().addCommands(wanted).complete());
            LOG.info("Discord knows {} commands now", wanted.size());
        }
    }
}
