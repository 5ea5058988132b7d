package io.briefcast.adapter.slack;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import io.briefcast.Secret;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Slack by Socket Mode: opened from our side, so that no public address is needed. It is watched, and
 * opened anew when the library has given it up.
 */
final class SlackConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackConnection.class);
    /** Without it, all requests wait for one another on one thread. */
    private static final int AT_ONCE = 10;
    /** The library itself looks every five seconds; this is for when it no longer does. */
    private static final long WATCH_SECONDS = 20;

    /** How the library says what Slack answered. */
    private static final Pattern ANSWERED = Pattern.compile("\\(error: ([a-z_]{1,60})\\)");

    private static final String HELLO = "\"type\":\"hello\"";

    private final App app;
    private final Secret appToken;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slack-watch").factory());
    private volatile @Nullable SocketModeApp socket;
    private volatile State state = State.NEW;
    private volatile String trouble = "";
    private boolean doubtful;

    private enum State {
        NEW,
        CONNECTED,
        LOST
    }

    SlackConnection(App app, Secret appToken) {
        this.app = app;
        this.appToken = appToken;
    }

    /** Connects, now or as soon as Slack can be reached. */
    void start() {
        check();
        Future<?> unused = watch.scheduleWithFixedDelay(this::check, WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether the connection answered when it was last looked at. */
    boolean connected() {
        return state == State.CONNECTED;
    }

    /** Why there is no connection, as far as we know; empty while there is one. */
    String trouble() {
        return trouble;
    }

    /** Looks at the connection and opens it anew when it is dead; never throws. */
    synchronized void check() {
        try {
            boolean alive = alive();
            // The library mends most breaks within five seconds; it gets the time between two looks.
            boolean givenUp = !alive && (socket == null || doubtful);
            doubtful = !alive;
            if (socket != null) {
                tell(alive, "no answer");
            }
            if (givenUp) {
                reopen();
            }
        } catch (Exception e) { // the library declares Exception, and any of them means no connection
            tell(false, why(e));
        }
    }

    /** The library says it in words of its own, of endpoints and of its inside, which help nobody with a wrong token. */
    private static String why(Exception failure) {
        LOG.debug("No connection to Slack", failure);
        Matcher answered =
                ANSWERED.matcher(Optional.ofNullable(failure.getMessage()).orElse(""));
        if (answered.find()) {
            return SlackFailures.isOfToken(answered.group(1))
                    ? answered.group(1)
                            + ": briefcast.slack.app-token has to be the app's \"App-Level Token\" with the scope"
                            + " connections:write"
                    : "Slack answered " + answered.group(1);
        }
        return failure instanceof JsonParseException ? "Slack's answer cannot be read" : "Slack cannot be reached";
    }

    private boolean alive() {
        SocketModeApp open = socket;
        return open != null && open.getClient().verifyConnection();
    }

    private void reopen() throws Exception {
        closeSocket();
        SocketModeApp opened =
                new SocketModeApp(appToken.reveal(), app, SocketModeClient.Backend.JavaWebSocket, AT_ONCE);
        try {
            opened.startAsync();
        } catch (Exception e) { // what is half open goes on by itself
            close(opened);
            throw e;
        }
        socket = opened;
        opened.getClient().addWebSocketMessageListener(this::heard);
        // It may have been there before anybody listened.
        if (alive()) {
            tell(true, "");
        }
    }

    /** Slack greets every connection that works: it need not wait for the next look. */
    private void heard(String message) {
        if (message.contains(HELLO)) {
            tell(true, "");
        }
    }

    private void tell(boolean alive, String why) {
        State now = alive ? State.CONNECTED : State.LOST;
        if (now != state && alive) {
            LOG.info("Connected to Slack");
        }
        if (now != state && !alive) {
            LOG.warn("There is no connection to Slack ({}); it is opened as soon as Slack answers", why);
        }
        trouble = alive ? "" : why;
        state = now;
    }

    private void closeSocket() throws Exception {
        SocketModeApp open = socket;
        socket = null;
        if (open != null) {
            close(open);
        }
    }

    /** The app closes its client only while that is connected; a dead one would go on to connect anew, unseen. */
    private static void close(SocketModeApp open) throws Exception {
        SocketModeClient client = open.getClient();
        try {
            open.close();
        } finally {
            if (client != null) {
                client.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        watch.shutdownNow();
        try {
            closeSocket();
        } catch (Exception e) { // it ends anyway
            LOG.debug("Slack's connection did not close cleanly: {}", e.toString());
        }
    }
}
