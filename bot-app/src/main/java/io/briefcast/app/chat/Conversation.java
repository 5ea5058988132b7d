package io.briefcast.app.chat;

import java.util.Arrays;
import java.util.Optional;

/** The two conversations of the simulated chat. */
public enum Conversation {
    CHANNEL("insights", "#insights", "Everybody here sees what is posted"),
    DIRECT("direct", "Briefcast", "Only you see this");

    private final String address;
    private final String title;
    private final String topic;

    Conversation(String address, String title, String topic) {
        this.address = address;
        this.title = title;
        this.topic = topic;
    }

    /** Its address on the simulated platform. */
    public String address() {
        return address;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Who sees what is said there. */
    public String topic() {
        return topic;
    }

    /** Whether only the visitor and the bot are in it. */
    public boolean direct() {
        return this == DIRECT;
    }

    static Optional<Conversation> at(String address) {
        return Arrays.stream(values())
                .filter(conversation -> conversation.address.equals(address))
                .findFirst();
    }
}
