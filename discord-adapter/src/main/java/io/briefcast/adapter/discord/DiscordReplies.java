package io.briefcast.adapter.discord;

import io.briefcast.command.Answer;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers through the token of an interaction, which lives 15 minutes and also works where the bot is no member
 * (https://docs.discord.com/developers/interactions/receiving-and-responding). Mentions are off on creates and on edits.
 */
final class DiscordReplies {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordReplies.class);
    private static final int UNFIT = 400;
    private static final EnumSet<MentionType> NOBODY = EnumSet.noneOf(MentionType.class);

    private DiscordReplies() {}

    /** Discord does not know the interaction: whoever asked has been told that nobody answers. */
    private static final int UNKNOWN_INTERACTION = 10062;

    /** What answers go through, once the acknowledgement has come through; empty when there is nobody to answer. */
    static Optional<InteractionHook> taken(Interaction asked, CompletableFuture<InteractionHook> acknowledgement) {
        try {
            return Optional.of(acknowledgement.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof ErrorResponseException failure
                    && failure.getErrorCode() != UNKNOWN_INTERACTION) {
                // It may have been heard: JDA repeats it where a gateway gave up, and hears that it was there already.
                return Optional.of(InteractionHook.from(asked.getJDA(), asked.getToken()));
            }
            LOG.warn("Discord did not take the acknowledgement of a request: {}", String.valueOf(e.getCause()));
            return Optional.empty();
        }
    }

    /** Answers a command, whose answer was announced to the asker alone. */
    static void command(InteractionHook hook, Answer answer, Locale locale, DiscordMentions mentions) {
        if (answer.reach() == Answer.Reach.EVERYBODY) {
            edit(hook, text("shared", locale), DiscordMark.none(), mentions);
            send(hook, answer.message(), false, mentions);
        } else {
            edit(hook, answer.message(), DiscordMark.none(), mentions);
        }
    }

    /** Answers a press: in place of what was pressed, or as a new message. */
    static void press(InteractionHook hook, Answer answer, DiscordMark mark, DiscordMentions mentions) {
        switch (answer.reach()) {
            case REPLACE -> edit(hook, answer.message(), mark, mentions);
            case ASKER -> send(hook, answer.message(), true, mentions);
            case EVERYBODY -> send(hook, answer.message(), false, mentions);
        }
    }

    /** Shows in a message what was chosen in it: the same components, with other words on some of them. */
    static void relabel(InteractionHook hook, MessageComponentTree shown, Map<String, String> labels) {
        Optional<MessageComponentTree> labelled = new DiscordLabels(labels).on(shown);
        try {
            labelled.ifPresent(tree -> hook.editOriginalComponents(tree.getComponents())
                    .useComponentsV2()
                    .setAllowedMentions(NOBODY)
                    .complete());
        } catch (ErrorResponseException e) {
            LOG.warn("Discord did not take new labels: code {}", e.getErrorCode());
        }
    }

    /** One of our own texts in the person's language. */
    static Message text(String key, Locale locale, Object... values) {
        String words = DiscordWords.text(key, locale).formatted(values);
        return new Message(words, List.of(new Block.Paragraph(words)));
    }

    private static void edit(InteractionHook hook, Message message, DiscordMark mark, DiscordMentions mentions) {
        tried(
                message,
                mark,
                mentions,
                components -> hook.editOriginalComponents(components)
                        .useComponentsV2()
                        .setAllowedMentions(NOBODY)
                        .complete());
    }

    private static void send(InteractionHook hook, Message message, boolean alone, DiscordMentions mentions) {
        tried(
                message,
                DiscordMark.none(),
                mentions,
                components -> hook.sendMessageComponents(components)
                        .useComponentsV2()
                        .setAllowedMentions(NOBODY)
                        .setSuppressEmbeds(true)
                        .setEphemeral(alone)
                        .complete());
    }

    private interface Sending {
        void send(List<MessageTopLevelComponent> components);
    }

    private static void tried(Message message, DiscordMark mark, DiscordMentions mentions, Sending sending) {
        try {
            sending.send(DiscordRenderer.complete(mentions).render(message, mark));
        } catch (ErrorResponseException refused) {
            // One picture that Discord does not like is enough for a refusal.
            again(message, mark, mentions, sending, refused);
        }
    }

    private static void again(
            Message message,
            DiscordMark mark,
            DiscordMentions mentions,
            Sending sending,
            ErrorResponseException refused) {
        if (refused.getResponse().code != UNFIT) {
            LOG.warn("Discord did not take an answer: HTTP {}", refused.getResponse().code);
            return;
        }
        try {
            sending.send(DiscordRenderer.withoutImages(mentions).render(message, mark));
        } catch (ErrorResponseException e) {
            LOG.warn("Discord did not take an answer: code {}", e.getErrorCode());
        }
    }
}
