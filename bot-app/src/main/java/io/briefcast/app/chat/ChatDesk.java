package io.briefcast.app.chat;

import io.briefcast.command.Answer;
import io.briefcast.command.Answer.Reach;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Place;
import io.briefcast.command.Press;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes what a visitor types and presses to the router, and puts what comes back into the chat. */
final class ChatDesk {
    private static final int MAX_TYPED = 5_000;
    private static final Message USE_A_SLASH = new Message(
            "Commands start with a slash",
            List.of(
                    new Block.Paragraph("I answer commands, and they start with a slash."),
                    new Block.Footnote("Example: /insights compute strategy")));
    private final ChatLog log;
    private final CommandRouter router;
    private final InstantSource clock;

    ChatDesk(ChatLog log, CommandRouter router, InstantSource clock) {
        this.log = log;
        this.router = router;
        this.clock = clock;
    }

    /**
     * The visitor of the simulated chat: allowed to do everything, in the browser's zone. The id is the address of the
     * direct conversation, where a person's briefs go that were ordered in the channel.
     */
    static Asker visitor(ZoneId zone) {
        return new Asker(
                SimulatedPlatform.NAME, "", Conversation.DIRECT.address(), "You", true, true, zone, Locale.ENGLISH);
    }

    void typed(Conversation conversation, String text, ZoneId zone) {
        String shown = text.strip();
        if (shown.isEmpty()) {
            return;
        }
        boolean command = shown.startsWith("/");
        String kept = shown.length() > MAX_TYPED ? shown.substring(0, MAX_TYPED) : shown;
        put(
                conversation,
                "You",
                command && !conversation.direct(),
                kept,
                new Message(kept, List.of()),
                Optional.empty());
        Answer answer = command
                ? router.typed(visitor(zone), place(conversation), shown.substring(1), clock.instant())
                : Answer.toAsker(USE_A_SLASH);
        say(conversation, answer, Optional.empty());
    }

    void pressed(Conversation conversation, String messageId, String actionId, ZoneId zone) {
        Press press = new Press(visitor(zone), place(conversation), actionId, messageId, clock.instant());
        Answer answer = router.press(press);
        Optional<ChatMessage> pressed = log.find(messageId);
        if (!answer.labels().isEmpty()) {
            pressed.ifPresent(old -> log.put(old.saying(old.message().relabelled(answer.labels()))));
        }
        say(conversation, answer, pressed);
    }

    private void say(Conversation conversation, Answer answer, Optional<ChatMessage> pressed) {
        if (answer.reach() == Reach.REPLACE && pressed.isPresent()) {
            log.put(pressed.get().saying(answer.message()));
            return;
        }
        boolean onlyYou = answer.reach() != Reach.EVERYBODY && !conversation.direct();
        put(conversation, "Briefcast", onlyYou, "", answer.message(), Optional.empty());
    }

    private void put(
            Conversation conversation,
            String author,
            boolean onlyYou,
            String typed,
            Message message,
            Optional<String> key) {
        synchronized (log) {
            log.put(new ChatMessage(
                    log.nextId(), conversation.address(), author, onlyYou, key, typed, message, clock.instant()));
        }
    }

    private static Place place(Conversation conversation) {
        return new Place(conversation.address(), conversation.title(), conversation.direct());
    }
}
