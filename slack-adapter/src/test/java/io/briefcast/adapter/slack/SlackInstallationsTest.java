package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import io.briefcast.Secret;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installations;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackInstallationsTest {
    private final TestClock clock = new TestClock(InstantSource.system().instant());
    private final FakeSlack slack = new FakeSlack(clock);
    private final MemoryInstallations stored = new MemoryInstallations();
    private final Secret keyset = SlackVault.fresh();
    private final SlackWork work = new SlackWork();
    private final SlackWelcome welcome =
            new SlackWelcome(SlackClient.of(slack.api()), work, new CommandCatalogue(List.of()));
    private final SlackInstallations installations =
            new SlackInstallations(stored, new NoSubscriptions(), SlackVault.of(keyset), welcome, clock);
    private final SlackEntry entry = new SlackEntry(app(), new Secret("signing"), clock);

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void installsInAWorkspaceAndSealsItsToken() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");

        Response done = comesBack(begins(), "code-1");

        assertThat(done.getStatusCode()).isEqualTo(200);
        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .isEqualTo("xoxb-token-of-the-second-workspace");
        assertThat(stored.toString()).contains("T0SECOND").doesNotContain("xoxb");
    }

    @Test
    void greetsWhoeverInstalledItOnce() {
        install("T0SECOND", "xoxb-token-of-the-second-workspace");

        work.close();

        assertThat(slack.posted()).hasSize(1);
        assertThat(slack.posted().getFirst().channel()).isEqualTo("D0ADA");
        assertThat(slack.posted().getFirst().arguments().get("text")).isEqualTo("Briefcast is here");
    }

    @Test
    void takesAStateOnceAndOnlyFromTheBrowserThatBegan() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        slack.offer("code-2", "T0THIRD", "xoxb-token-of-the-third-workspace");
        String state = begins();

        browse("code=code-1&state=" + state, "slack-app-oauth-state=another");
        assertThat(stored.all("slack")).isEmpty();

        comesBack(state, "code-1");
        comesBack(state, "code-2");
        assertThat(stored.all("slack")).extracting(Installation::tenant).containsExactly("T0SECOND");
    }

    @Test
    void forgetsAStateAfterTenMinutes() {
        slack.offer("code-1", "T0SECOND", "xoxb-token-of-the-second-workspace");
        String state = begins();
        clock.advance(Duration.ofMinutes(11));

        comesBack(state, "code-1");

        assertThat(stored.all("slack")).isEmpty();
    }

    @Test
    void keepsTheTokensOfWorkspacesApart() {
        install("T0SECOND", "xoxb-token-of-the-second-workspace");
        install("T0THIRD", "xoxb-token-of-the-third-workspace");

        assertThat(installations.find("T0SECOND").orElseThrow().token().reveal())
                .contains("second");
        assertThat(installations.find("T0THIRD").orElseThrow().token().reveal()).contains("third");
        assertThat(installations.find("T0OTHER")).isEmpty();
    }

    @Test
    void erasesAWorkspaceThatUninstallsInWhateverOrderSlackSaysSo() {
        for (List<String> order :
                List.of(List.of("app_uninstalled", "tokens_revoked"), List.of("tokens_revoked", "app_uninstalled"))) {
            install("T0SECOND", "xoxb-token-of-the-second-workspace");
            install("T0THIRD", "xoxb-token-of-the-third-workspace");

            order.forEach(event -> says(event, "T0SECOND"));

            assertThat(installations.find("T0SECOND")).isEmpty();
            assertThat(installations.find("T0THIRD")).isPresent();
        }
    }

    private void install(String team, String token) {
        slack.offer("code-" + team, team, token);
        comesBack(begins(), "code-" + team);
        assertThat(installations.find(team)).isPresent();
    }

    /** A browser begins an installation; the state that it is given. */
    private String begins() {
        Response page = entry.browse(SlackPaths.INSTALL, "", Map.of());
        String cookie =
                page.getHeaders().getOrDefault("Set-Cookie", List.of("")).getFirst();
        assertThat(cookie).contains("HttpOnly", "Secure");
        return cookie.replaceAll("^[^=]+=([^;]+);.*", "$1");
    }

    private Response comesBack(String state, String code) {
        return browse("code=" + code + "&state=" + state, "slack-app-oauth-state=" + state);
    }

    private Response browse(String query, String cookie) {
        return entry.browse(SlackPaths.REDIRECT, query, Map.of("Cookie", List.of(cookie)));
    }

    private void says(String event, String team) {
        String body = """
                {"type":"event_callback","team_id":"%s","api_app_id":"A0","event_id":"Ev%s",
                 "event":{"type":"%s","tokens":{"oauth":[],"bot":["U0BOT"]}}}""".formatted(team, clock.instant().toEpochMilli(), event);
        clock.advance(Duration.ofMillis(1));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        entry.call(
                SlackPaths.EVENTS,
                Map.of(
                        "X-Slack-Request-Timestamp", List.of(timestamp),
                        "X-Slack-Signature", List.of(new Generator("signing").generate(timestamp, body)),
                        "Content-Type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private App app() {
        SlackSettings settings = new SlackSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Secret("signing")),
                Optional.of("client"),
                Optional.of(new Secret("client-secret")),
                Optional.of(keyset),
                Set.of(),
                slack.api());
        return SlackApp.distributed(
                SlackClient.of(slack.api()),
                settings,
                URI.create("https://briefs.example.org"),
                installations,
                new SlackStates(clock));
    }

    private static final class MemoryInstallations implements Installations {
        private final Map<String, Installation> all = new TreeMap<>();

        @Override
        public void save(Installation installation) {
            all.put(installation.tenant(), installation);
        }

        @Override
        public Optional<Installation> find(String platform, String tenant) {
            return Optional.ofNullable(all.get(tenant));
        }

        @Override
        public List<Installation> all(String platform) {
            return new ArrayList<>(all.values());
        }

        @Override
        public void remove(String platform, String tenant) {
            all.remove(tenant);
        }

        @Override
        public String toString() {
            return all.toString();
        }
    }

    private static final class NoSubscriptions implements Subscriptions {
        @Override
        public void save(Subscription subscription) {}

        @Override
        public void remove(String subscriptionId) {}

        @Override
        public Optional<Subscription> find(String subscriptionId) {
            return Optional.empty();
        }

        @Override
        public List<Subscription> active() {
            return List.of();
        }

        @Override
        public List<Subscription> all() {
            return List.of();
        }

        @Override
        public List<Subscription> ofAudience(String audienceId) {
            return List.of();
        }

        @Override
        public List<Subscription> ownedBy(String personId) {
            return List.of();
        }
    }
}
