package io.briefcast.feed;

/** What was given is no feed; the message says what it is instead and what to do, in one sentence. */
public final class UnreadableFeed extends Exception {
    UnreadableFeed(String sentence) {
        super(sentence);
    }
}
