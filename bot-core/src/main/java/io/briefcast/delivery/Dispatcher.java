package io.briefcast.delivery;

import io.briefcast.DeliverySettings;
import io.briefcast.delivery.Delivery.State;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends one delivery: never twice, never lost. PENDING becomes SENDING, and is committed, before the platform is called;
 * whoever finds a delivery in SENDING or UNKNOWN later asks the platform whether the post is there before anything is
 * sent again. Who finds half of its lease gone before the call does not call. What remains is a process frozen inside
 * the call, before its bytes leave, for longer than the lease: no fence reaches the platform.
 */
public final class Dispatcher {
    private static final String SWITCHED_OFF = "nothing can be posted there any more (%s); it is switched off";

    private final Deliveries deliveries;
    private final Map<String, ChatPlatform> platforms;
    private final RetryPolicy policy;
    private final DeliverySettings settings;
    private final InstantSource clock;

    /**
     * @param clock asked once more right before a post, when {@code now} may be long ago
     */
    public Dispatcher(
            Deliveries deliveries, List<ChatPlatform> platforms, DeliverySettings settings, InstantSource clock) {
        this.deliveries = deliveries;
        this.platforms = platforms.stream().collect(Collectors.toMap(ChatPlatform::name, Function.identity()));
        this.policy = new RetryPolicy(settings.latest());
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of a try. */
    public sealed interface Dispatched {
        /** There is nothing to do: it is settled, or there is no such delivery. */
        record Nothing() implements Dispatched {}

        /** Another sender has it until then. */
        record Held(Instant until) implements Dispatched {}

        /**
         * The new state, to be written with {@link Deliveries#replace} in the transaction that plans the next try.
         *
         * @param again when to try again; empty when it is settled
         * @param switchOff whether nothing can be posted to this audience any more
         * @param missed whether it is settled and certain that nothing arrived
         */
        record Tried(Delivery delivery, Optional<Instant> again, boolean switchOff, boolean missed)
                implements Dispatched {}
    }

    /** Tries once to bring it to an audience that wants it. */
    public Dispatched dispatch(DeliveryKey key, Instant now) {
        return dispatch(key, true, now);
    }

    /**
     * Tries once. Must not run inside a transaction: the claim has to be committed before the platform is called.
     *
     * @param wanted false when the audience has switched its briefs off: then nothing is posted any more, and what may
     *     be there is only looked for
     */
    public Dispatched dispatch(DeliveryKey key, boolean wanted, Instant now) {
        Optional<Delivery> found =
                deliveries.find(key).filter(delivery -> !delivery.state().isFinal());
        if (found.isEmpty()) {
            return new Dispatched.Nothing();
        }
        Delivery before = found.get();
        if (before.state() == State.SENDING && before.lease().isAfter(now)) {
            return new Dispatched.Held(before.lease());
        }
        Delivery claimed = before.claimed(now.plus(settings.lease()));
        return deliveries.replace(before.fence(), claimed)
                ? attempt(before.state(), claimed, wanted, now)
                : new Dispatched.Held(now.plus(settings.lease()));
    }

    private Dispatched attempt(State before, Delivery claimed, boolean wanted, Instant now) {
        ChatPlatform platform = platforms.get(claimed.platform());
        if (platform == null) {
            String why = "the platform %s is not set up".formatted(claimed.platform());
            return settled(claimed.unsent(State.DEAD, why), before == State.PENDING);
        }
        return before == State.PENDING ? post(platform, claimed, wanted, now) : look(platform, claimed, wanted, now);
    }

    /** A failed look posted nothing and proves nothing, so the delivery stays in doubt whatever the remedy says. */
    private Dispatched look(ChatPlatform platform, Delivery claimed, boolean wanted, Instant now) {
        Optional<Receipt> there;
        try {
            there = platform.find(claimed.address(), claimed.key());
        } catch (DeliveryException e) {
            Optional<Instant> again = policy.nextLook(claimed, e, now);
            return again.isPresent()
                    ? unsettled(claimed.unsent(State.UNKNOWN, words(e)), again)
                    : dead(claimed, e, "it is not known whether it arrived (%s)", false);
        }
        return there.isPresent() ? settled(claimed.sent(there.get()), false) : post(platform, claimed, wanted, now);
    }

    private Dispatched post(ChatPlatform platform, Delivery claimed, boolean wanted, Instant now) {
        if (!wanted) {
            return settled(claimed.unsent(State.SKIPPED, "the subscription was switched off"), true);
        }
        if (policy.isTooLate(claimed, now)) {
            return settled(claimed.unsent(State.SKIPPED, "it could not be sent in time"), true);
        }
        if (isHalfOver(claimed)) {
            // Frozen since the claim: another sender may look, find nothing and post while we do.
            return unsettled(claimed.unsent(State.UNKNOWN, "the process stood still"), Optional.of(claimed.lease()));
        }
        try {
            return settled(claimed.sent(platform.post(claimed.address(), claimed.key(), claimed.message())), false);
        } catch (DeliveryException e) {
            return notPosted(claimed, e, now);
        }
    }

    private boolean isHalfOver(Delivery claimed) {
        return clock.instant().plus(settings.lease().dividedBy(2)).isAfter(claimed.lease());
    }

    private Dispatched notPosted(Delivery claimed, DeliveryException failure, Instant now) {
        Optional<Instant> again = policy.next(claimed, failure, now);
        return switch (failure.remedy()) {
            case DROP, DISABLE -> dead(claimed, failure, "%s", true);
            case RETRY ->
                again.isPresent()
                        ? unsettled(claimed.unsent(State.PENDING, words(failure)), again)
                        : settled(claimed.unsent(State.SKIPPED, words(failure)), true);
            case LOOK -> unsettled(claimed.unsent(State.UNKNOWN, words(failure)), again);
        };
    }

    private static Dispatched dead(Delivery claimed, DeliveryException failure, String reason, boolean missed) {
        boolean switchOff = failure.remedy() == Remedy.DISABLE;
        String why = (switchOff ? SWITCHED_OFF : reason).formatted(words(failure));
        return new Dispatched.Tried(claimed.unsent(State.DEAD, why), Optional.empty(), switchOff, missed);
    }

    private static String words(DeliveryException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }

    private static Dispatched settled(Delivery delivery, boolean missed) {
        return new Dispatched.Tried(delivery, Optional.empty(), false, missed);
    }

    private static Dispatched unsettled(Delivery delivery, Optional<Instant> again) {
        return new Dispatched.Tried(delivery, again, false, false);
    }
}
