package io.briefcast.adapter.discord;

import io.briefcast.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.cache.ShardCacheView;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Discord: as many shards as Discord recommends, no privileged intent, nearly no cache, and a virtual
 * thread for every event, so that no answer waits for another. It starts behind the application's back: while Discord is
 * away, everything else works, and it is tried again.
 */
final class DiscordConnection implements DiscordClient.Session, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordConnection.class);
    private static final int AUTOMATIC = -1;
    private static final Duration NEXT_TRY = Duration.ofSeconds(30);
    /**
     * Discord answers within a second; longer than this it is lost. JDA makes up to four such calls where Discord answers
     * with 502 to 504. What is not done by then may still be done while another instance looks and posts: a nonce makes
     * that one message, and what has no nonce is called once.
     */
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Once a shard has been welcomed, REST works through it even while its gateway is away. */
    private static final Set<JDA.Status> KNOWN = Set.of(
            JDA.Status.LOADING_SUBSYSTEMS,
            JDA.Status.CONNECTED,
            JDA.Status.DISCONNECTED,
            JDA.Status.RECONNECT_QUEUED,
            JDA.Status.WAITING_TO_RECONNECT,
            JDA.Status.ATTEMPTING_TO_RECONNECT);

    private final Secret token;
    private final URI api;
    private final Compression compression;
    private final DiscordPlatform.Pause pause;
    private volatile Optional<ShardManager> shards = Optional.empty();
    private volatile boolean refused;
    private volatile boolean closed;

    /**
     * A connection that is not started yet.
     *
     * @param api base of the REST API, with its version and a slash at the end
     * @param compression none only in tests
     */
    DiscordConnection(Secret token, URI api, Compression compression, DiscordPlatform.Pause pause) {
        this.token = token;
        this.api = api;
        this.compression = compression;
        this.pause = pause;
        // JDA hangs the caller's stack to the root of every failure. The root of a body that cannot be read takes none:
        // the failure is lost then, and whoever waits for the answer waits for ever.
        RestAction.setPassContext(false);
    }

    /**
     * Connects in the background; the listeners hear everything from the first event on.
     *
     * @return the thread that does it; it ends when the first shard is begun, or nothing will come of it
     */
    Thread start(List<EventListener> listeners) {
        return Thread.ofVirtual().name("discord-start").start(() -> connect(listeners));
    }

    private void connect(List<EventListener> listeners) {
        do {
            ShardManager candidate = manager(listeners);
            try {
                shards = Optional.of(candidate);
                candidate.login();
                return;
            } catch (InvalidTokenException e) {
                refused = true;
                LOG.error("Discord does not know the token in briefcast.discord.token; Discord stays off", e);
                return;
            } catch (RuntimeException e) {
                candidate.shutdown();
                LOG.warn("Discord cannot be reached; next try in {} seconds", NEXT_TRY.toSeconds(), e);
            }
        } while (waited() && !closed);
    }

    private ShardManager manager(List<EventListener> listeners) {
        return DefaultShardManagerBuilder.createLight(token.reveal(), List.of())
                .setShardsTotal(AUTOMATIC)
                .setRestConfig(new RestConfig().setBaseUrl(api.toString()))
                .setCompression(compression)
                .setEnableShutdownHook(false)
                .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                // A request that broke off may have been heard: whether it is repeated is the delivery's decision.
                .setRequestTimeoutRetry(false)
                .setHttpClientBuilder(new OkHttpClient.Builder()
                        .retryOnConnectionFailure(false)
                        .callTimeout(DEADLINE)
                        .addInterceptor(new OnlyOnce()))
                .addEventListeners(listeners.toArray())
                .build(false);
    }

    private boolean waited() {
        try {
            pause.wait(NEXT_TRY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Any shard that knows who it is: REST is the same on all of them. */
    @Override
    public Optional<JDA> session() {
        return known().filter(shard -> KNOWN.contains(shard.getStatus())).findFirst();
    }

    /** Commands of a shard's servers are not heard while it is away; posts still go out through another. */
    @Override
    public Optional<String> trouble() {
        if (refused) {
            return Optional.of("the token in briefcast.discord.token is not known to Discord");
        }
        long all = known().count();
        long connected = known().filter(shard -> shard.getStatus() == JDA.Status.CONNECTED)
                .count();
        return connected == all && all > 0
                ? Optional.empty()
                : Optional.of("%d of %d connections are up".formatted(connected, Math.max(1, all)));
    }

    /** Shards that were begun; JDA has no list of them before it logs in. */
    private Stream<JDA> known() {
        return shards.map(ShardManager::getShardCache).stream().flatMap(ShardCacheView::stream);
    }

    @Override
    public void close() {
        closed = true;
        shards.ifPresent(ShardManager::shutdown);
    }
}
