package io.briefcast.adapter.slack;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.briefcast.Secret;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installation.Renewal;
import io.briefcast.delivery.Installations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews tokens that expire, for apps with token rotation (https://docs.slack.dev/authentication/using-token-rotation).
 * What renews a token is good once, so one thread of one process renews it: here a lock keeps the threads apart, and a
 * claim in the store the processes.
 */
final class SlackRotation {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRotation.class);
    /** Tokens live for twelve hours; the old one goes on working while the new one is fetched. */
    static final Duration AHEAD = Duration.ofHours(2);
    /** Longer than a call to Slack takes; whoever failed tries again after it. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    private final SlackClient client;
    private final SlackSettings settings;
    private final Installations installations;
    private final SlackVault vault;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    SlackRotation(
            SlackClient client,
            SlackSettings settings,
            Installations installations,
            SlackVault vault,
            InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.installations = installations;
        this.vault = vault;
        this.clock = clock;
    }

    /** When the tokens of an answer end; empty for tokens that last. */
    static Optional<Renewal> renewal(SlackVault vault, String team, @Nullable String refreshToken, Instant expires) {
        return Optional.ofNullable(refreshToken)
                .map(token -> new Renewal(vault.sealRenewal(team, new Secret(token)), expires));
    }

    /**
     * The installation with a token that works for {@code ahead} at least, where one can be had; else as it is.
     *
     * @return empty when it was erased meanwhile
     */
    Optional<Installation> fresh(Installation seen, Duration ahead) {
        if (!isDue(seen, ahead)) {
            return Optional.of(seen);
        }
        ReentrantLock lock = locks.computeIfAbsent(seen.tenant(), tenant -> new ReentrantLock());
        lock.lock();
        try {
            // Whoever held the lock before has renewed it, most often.
            return again(seen).flatMap(now -> isDue(now, ahead) ? renewed(now) : Optional.of(now));
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue(Installation installation, Duration ahead) {
        Instant soon = clock.instant().plus(ahead);
        return installation
                .renewal()
                .filter(renewal -> !renewal.expires().isAfter(soon))
                .isPresent();
    }

    private Optional<Installation> renewed(Installation seen) {
        Instant now = clock.instant();
        Optional<Secret> refresh =
                seen.renewal().flatMap(renewal -> vault.openRenewal(seen.tenant(), renewal.sealedToken()));
        if (refresh.isEmpty() || !installations.claimRenewal(seen, now, now.plus(CLAIM))) {
            return again(seen);
        }
        try {
            Installation renewed = with(seen, ask(refresh.get()), now);
            return installations.replace(seen, renewed) ? Optional.of(renewed) : again(seen);
        } catch (DeliveryException e) {
            LOG.error(
                    "The token of workspace {} could not be renewed ({}); if this goes on, it has to be installed again",
                    seen.tenant(),
                    e.getMessage());
            return Optional.of(seen);
        }
    }

    private OAuthV2AccessResponse ask(Secret refresh) throws DeliveryException {
        return client.callWithoutToken(methods -> methods.oauthV2Access(
                request -> request.clientId(settings.clientId().orElseThrow())
                        .clientSecret(settings.clientSecret().orElseThrow().reveal())
                        .grantType("refresh_token")
                        .refreshToken(refresh.reveal())));
    }

    private Installation with(Installation seen, OAuthV2AccessResponse tokens, Instant now) {
        Instant expires = now.plusSeconds(
                Math.max(0, Optional.ofNullable(tokens.getExpiresIn()).orElse(0)));
        return seen.with(
                vault.seal(seen.tenant(), new Secret(tokens.getAccessToken())),
                renewal(vault, seen.tenant(), tokens.getRefreshToken(), expires));
    }

    private Optional<Installation> again(Installation seen) {
        return installations.find(seen.platform(), seen.tenant());
    }
}
