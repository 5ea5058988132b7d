package io.briefcast.delivery;

import io.briefcast.message.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * One brief on its way to one audience. The message is frozen: every try sends the same.
 *
 * @param platform name of the {@link ChatPlatform}
 * @param address channel or person in the platform's own words
 * @param due when the audience expects it
 * @param attempts how often somebody began to send it
 * @param fence grows with every claim; who holds an older one may no longer write
 * @param lease until when the claim of the present sender holds; meaningful while SENDING
 * @param receipt the platform's id of the post, once it is known to be there
 * @param reason why it is not sent, in words; empty when it was
 */
public record Delivery(
        DeliveryKey key,
        String audienceId,
        String platform,
        String address,
        Message message,
        Instant due,
        State state,
        int attempts,
        long fence,
        Instant lease,
        Optional<Receipt> receipt,
        String reason) {

    /** Stations of a delivery. */
    public enum State {
        /** Nothing was posted yet. */
        PENDING,
        /** Somebody is posting it, or died while doing so. */
        SENDING,
        /** It is there. */
        SENT,
        /** The answer was unclear: it may be there. */
        UNKNOWN,
        /** It can never be posted. */
        DEAD,
        /** It came too late to be of use. */
        SKIPPED;

        /** Whether nothing more is done about it. */
        public boolean isFinal() {
            return this == SENT || this == DEAD || this == SKIPPED;
        }
    }

    /** A delivery that nobody has tried yet. */
    public static Delivery pending(
            DeliveryKey key, String audienceId, String platform, String address, Message message, Instant due) {
        return new Delivery(
                key,
                audienceId,
                platform,
                address,
                message,
                due,
                State.PENDING,
                0,
                0,
                Instant.EPOCH,
                Optional.empty(),
                "");
    }

    /** It is there. */
    Delivery sent(Receipt posted) {
        return at(State.SENT, Optional.of(posted), "");
    }

    /** It is not there, because of {@code why}. */
    public Delivery unsent(State newState, String why) {
        return at(newState, Optional.empty(), why);
    }

    /** The same in the hands of a new sender. */
    public Delivery claimed(Instant until) {
        return new Delivery(
                key,
                audienceId,
                platform,
                address,
                message,
                due,
                State.SENDING,
                attempts + 1,
                fence + 1,
                until,
                receipt,
                reason);
    }

    private Delivery at(State newState, Optional<Receipt> newReceipt, String newReason) {
        return new Delivery(
                key,
                audienceId,
                platform,
                address,
                message,
                due,
                newState,
                attempts,
                fence,
                lease,
                newReceipt,
                newReason);
    }
}
