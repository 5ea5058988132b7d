package io.briefcast.adapter.discord;

import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;

/** Says hello once to a server that Briefcast was added to, where the server wants such things said, or nowhere. */
final class DiscordWelcome extends ListenerAdapter {
    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        DiscordNotices.hall(event.getGuild())
                .ifPresent(hall -> greet(hall, event.getGuild().getLocale().toLocale()));
    }

    private static void greet(TextChannel hall, Locale locale) {
        hall.sendMessage(new MessageCreateBuilder()
                        .useComponentsV2()
                        .setComponents(DiscordRenderer.complete().render(hello(locale)))
                        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                        .setSuppressEmbeds(true)
                        .build())
                .queue();
    }

    private static Message hello(Locale locale) {
        String welcome = DiscordWords.text("welcome", locale);
        return new Message(
                welcome, List.of(new Block.Paragraph(welcome), new Block.Footnote(DiscordWords.text("next", locale))));
    }
}
