package io.briefcast.delivery;

import io.briefcast.message.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A platform in memory that fails as told. */
public final class FakePlatform implements ChatPlatform {
    /** What the next call does. */
    public enum Fault {
        NONE,
        REFUSED_FOR_NOW,
        POSTED_BUT_UNCLEAR,
        LOST_AND_UNCLEAR,
        CHANNEL_GONE,
        TOKEN_REFUSED,
        TOO_LONG
    }

    /** How long it asks to wait when it refuses for now. */
    static final Duration ASKED = ChatPlatformContract.ASKED;

    private final List<String> posts = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int looks;
    private Optional<String> trouble = Optional.empty();

    /** The calls to come fail like this, in this order; then none fails. */
    public void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** From now on, this is wrong. */
    public void suffer(String what) {
        trouble = Optional.of(what);
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    /** Tokens of what was posted. */
    public List<String> posts() {
        return posts;
    }

    /** What was still to come does not. */
    void recover() {
        faults.clear();
    }

    int looks() {
        return looks;
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException {
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.pop();
        if (fault == Fault.NONE || fault == Fault.POSTED_BUT_UNCLEAR) {
            posts.add(key.token());
        }
        complain(fault);
        return new Receipt(key.token());
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) throws DeliveryException {
        looks++;
        complain(faults.isEmpty() ? Fault.NONE : faults.pop());
        return posts.stream().filter(key.token()::equals).findFirst().map(Receipt::new);
    }

    private static void complain(Fault fault) throws DeliveryException {
        switch (fault) {
            case NONE -> {}
            case REFUSED_FOR_NOW -> throw new DeliveryException(DeliveryException.Remedy.RETRY, ASKED, "429");
            case POSTED_BUT_UNCLEAR, LOST_AND_UNCLEAR ->
                throw new DeliveryException(DeliveryException.Remedy.LOOK, Duration.ZERO, "connection reset");
            case CHANNEL_GONE ->
                throw new DeliveryException(DeliveryException.Remedy.DISABLE, Duration.ZERO, "channel_not_found");
            case TOKEN_REFUSED ->
                throw new DeliveryException(DeliveryException.Remedy.RETRY, Duration.ZERO, "invalid_auth");
            case TOO_LONG -> throw new DeliveryException(DeliveryException.Remedy.DROP, Duration.ZERO, "msg_too_long");
        }
    }
}
